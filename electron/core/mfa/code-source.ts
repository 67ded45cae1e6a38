import type { Failure } from '../failure.ts';
import type { Signal } from '../ports.ts';
import type { Result } from '../result.ts';
import type { WaitingFor } from '../session.ts';
import type { MfaRequest } from './request.ts';

/** Where the codes of a device come from without a person: a kept seed, or the profile's own command. */
export interface CodeSource {
  /** What a request waits for while `code` runs. */
  readonly waitingFor: WaitingFor;
  /** The code of the current 30-second step. A failure leads to the prompt, which shows it. */
  code(signal: Signal): Promise<Result<string>>;
  /** It gave a code that AWS took: a refused one is then more likely used already than wrong. */
  hasWorked(): boolean;
  worked(): void;
  /** What the prompt says when AWS refused its codes. */
  refused(): Failure;
}

export type FindCodeSource = (request: Pick<MfaRequest, 'mfaSerial' | 'profile'>) => CodeSource | undefined;
