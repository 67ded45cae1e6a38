import type { SandboxClock } from '../state/clock.ts';
import type {
  AccessToken,
  Authorization,
  Client,
  IdentityCenterSeed,
  OrganizationAccount,
  RefreshToken,
} from './model.ts';

/** What a person would answer, when nobody is at the browser. */
export type StandingAnswer = 'ask' | 'approve' | 'refuse';

/** Everything the sandbox's Identity Center knows. */
export interface IdentityCenter {
  readonly seed: IdentityCenterSeed;
  readonly clock: SandboxClock;
  /** Client by its id. */
  readonly clients: Map<string, Client>;
  /** By id. */
  readonly authorizations: Map<string, Authorization>;
  readonly accessTokens: Map<string, AccessToken>;
  readonly refreshTokens: Map<string, RefreshToken>;
  /** By account id, in the order the portal lists them. */
  readonly organization: Map<string, OrganizationAccount>;
  /** `approve` and `refuse` answer every sign-in without a page. */
  standingAnswer: StandingAnswer;
}

export function createIdentityCenter(seed: IdentityCenterSeed, clock: SandboxClock): IdentityCenter {
  return {
    seed,
    clock,
    clients: new Map(),
    authorizations: new Map(),
    accessTokens: new Map(),
    refreshTokens: new Map(),
    organization: new Map(seed.organization.map((account) => [account.id, account])),
    standingAnswer: 'ask',
  };
}
