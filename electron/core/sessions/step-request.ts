import type { Asker } from '../asker.ts';
import type { TemporaryCredentials } from '../credentials.ts';
import type { Failure } from '../failure.ts';
import type { Signal } from '../ports.ts';
import type { Result } from '../result.ts';
import type { WaitingFor } from '../session.ts';
import type { AccessRequest, AskedBy } from '../sso/access.ts';
import type { IdentityCenterHop } from '../sso/sso-session.ts';

export interface StepRequest {
  readonly profile: string;
  readonly asker: Asker;
  /** A code the caller brought along; without one a person is asked. */
  readonly mfaCode?: string | undefined;
  readonly signal: Signal;
  /** Told what the request waits for, so that nothing waits in silence. */
  readonly onWaiting?: ((waitingFor: WaitingFor) => void) | undefined;
  /** A new session though the old one still serves; its failure is told. */
  readonly renew?: boolean | undefined;
  /** Whether a sign-in or a question may come of it: of a `renewal`, neither. */
  readonly by: AskedBy;
  /** Why a code is asked for again: shown with the question. */
  readonly problem?: Failure | undefined;
}

/** Roles of IAM Identity Center. */
export interface SsoCredentials {
  roleCredentials(hop: IdentityCenterHop, request: AccessRequest): Promise<Result<TemporaryCredentials>>;
  /** Starts the sign-in that a profile needs, for a person's request. */
  signIn(hop: IdentityCenterHop, request: AccessRequest): void;
}

export type Credentials = Result<TemporaryCredentials>;
