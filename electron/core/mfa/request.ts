import type { Asker } from '../asker.ts';
import type { Failure } from '../failure.ts';
import type { Signal } from '../ports.ts';
import type { Result } from '../result.ts';
import type { WaitingFor } from '../session.ts';

export interface MfaRequest {
  readonly profile: string;
  readonly roleArn?: string | undefined;
  readonly mfaSerial: string;
  /** What the code is for: a code that another caller brings for the same session is taken. */
  readonly session: string;
  readonly asker: Asker;
  /** A code the caller brought along: sent once, and never followed by a prompt. */
  readonly code?: string | undefined;
  /** Nobody may be asked: a renewal in the background. */
  readonly quiet?: boolean | undefined;
  /** Why a code is asked for, when it is not the first time. */
  readonly problem?: Failure | undefined;
  readonly signal: Signal;
  /** Told what the request waits for, so that nothing waits in silence. */
  readonly onWaiting?: ((waitingFor: WaitingFor) => void) | undefined;
}

/** Sends one code to AWS. It may be called again with another code after `mfa-wrong-code`. */
export type SendCode<T> = (code: string) => Promise<Result<T>>;
