import type { IdentityCenter, StandingAnswer } from './center.ts';
import type { OrganizationAccount } from './model.ts';

/** A sign-in that waits for its person. */
interface PendingSignIn {
  readonly id: string;
  readonly kind: 'device' | 'code';
  readonly clientName: string;
  /** Of a device sign-in. */
  readonly userCode?: string;
}

/** Identity Center in a test's hands: the person at the browser, the administrator, and time. */
export interface IdentityCenterControl {
  readonly startUrl: string;
  readonly region: string;
  pending(): readonly PendingSignIn[];
  /** Answers a pending sign-in by its id or user code, without a browser. Throws when there is none. */
  decide(which: string, answer: 'approve' | 'refuse'): void;
  /** Answers all that come from now on without showing a page; `ask` shows pages again. */
  answerAll(answer: StandingAnswer): void;
  /** Every access token is past its time; refresh tokens work. */
  expireAccessTokens(): void;
  /** Every access token is dead although its time has not come, as after an administrator's act; refresh tokens work. */
  revokeAccessTokens(): void;
  /** Everybody is signed out: access and refresh tokens are dead. */
  endSessions(): void;
  /** Every registered client's secret has expired. */
  expireClients(): void;
  organization(): readonly OrganizationAccount[];
  /** Adds an account, or changes the one with this id in its place: a new name, other roles. */
  putAccount(account: OrganizationAccount): void;
  removeAccount(id: string): void;
}

export function controlOf(center: IdentityCenter): IdentityCenterControl {
  const open = () =>
    [...center.authorizations.values()].filter(
      ({ decision, expiresAt }) => decision === 'pending' && expiresAt > center.clock.now(),
    );
  return {
    startUrl: center.seed.startUrl,
    region: center.seed.region,
    pending: () =>
      open().map((one) => ({
        id: one.id,
        kind: one.kind,
        clientName: one.client.name,
        ...(one.kind === 'device' && { userCode: one.userCode }),
      })),
    decide(which, answer) {
      const found = open().find((one) => one.id === which || (one.kind === 'device' && one.userCode === which));
      if (!found) throw new Error('No sign-in of that id or code is pending.');
      found.decision = answer === 'approve' ? 'approved' : 'refused';
    },
    answerAll(answer) {
      center.standingAnswer = answer;
    },
    expireAccessTokens() {
      for (const token of center.accessTokens.values()) token.expiresAt = Math.min(token.expiresAt, center.clock.now());
    },
    revokeAccessTokens() {
      for (const token of center.accessTokens.values()) token.isRevoked = true;
    },
    endSessions() {
      for (const { session } of [...center.accessTokens.values(), ...center.refreshTokens.values()]) {
        session.isRevoked = true;
      }
    },
    expireClients() {
      for (const client of center.clients.values()) client.expiresAt = center.clock.now();
    },
    organization: () => [...center.organization.values()],
    putAccount(account) {
      center.organization.set(account.id, account);
    },
    removeAccount(id) {
      center.organization.delete(id);
    },
  };
}
