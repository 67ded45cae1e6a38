import type { SandboxClock } from './clock.ts';
import { newId } from './ids.ts';
import type { AccessKey, Account, MfaDevice, Role, Session, User } from './model.ts';
import type { Seed } from './seed.ts';

/** Everything the sandbox knows. Maps are keyed by what AWS looks them up with. */
export interface State {
  readonly clock: SandboxClock;
  readonly propagationDelayMs: number;
  readonly accounts: Map<string, Account>;
  /** By ARN. */
  readonly users: Map<string, User>;
  /** By ARN. */
  readonly roles: Map<string, Role>;
  /** By access key id. */
  readonly accessKeys: Map<string, AccessKey>;
  /** By access key id. */
  readonly sessions: Map<string, Session>;
  /** By serial number. */
  readonly mfaDevices: Map<string, MfaDevice>;
}

export function createState(seed: Seed, clock: SandboxClock): State {
  const state: State = {
    clock,
    propagationDelayMs: seed.propagationDelayMs ?? 3000,
    accounts: new Map(),
    users: new Map(),
    roles: new Map(),
    accessKeys: new Map(),
    sessions: new Map(),
    mfaDevices: new Map(),
  };
  for (const { id, name, partition = 'aws', disabledRegions = [], users, roles } of seed.accounts) {
    if (!/^\d{12}$/.test(id)) throw new Error('An account id has twelve digits.');
    const account: Account = { id, name, partition, disabledRegions };
    state.accounts.set(id, account);
    const prefix = `arn:${partition}:iam::${id}`;

    for (const seeded of users) {
      const isRoot = seeded.isRoot ?? false;
      const arn = isRoot ? `${prefix}:root` : `${prefix}:user/${seeded.name}`;
      const user: User = { ...seeded, account, arn, isRoot, id: isRoot ? id : newId('AIDA') };
      state.users.set(arn, user);
      for (const key of seeded.accessKeys) {
        const now = clock.now();
        const effective = { before: 'Active', from: now } as const;
        state.accessKeys.set(key.id, { ...key, user, status: 'Active', effective, createdAt: now });
      }
      if (seeded.totpSeed) {
        const serialNumber = `${prefix}:mfa/${seeded.name}`;
        const device = {
          serialNumber,
          account,
          user,
          totpSeed: seeded.totpSeed,
          enabledAt: clock.now(),
          validFrom: clock.now(),
          lastUsedStep: 0,
        };
        state.mfaDevices.set(serialNumber, device);
      }
    }
    for (const { name: role, path = '/', trust, policies = [], maxSessionDurationSeconds = 3600 } of roles) {
      const arn = `${prefix}:role${path}${role}`;
      const id = newId('AROA');
      state.roles.set(arn, { account, name: role, path, arn, id, trust, policies, maxSessionDurationSeconds });
    }
  }
  return state;
}

/** Session tokens that ended more than a day ago are forgotten, as a long demo would otherwise keep them all. */
export function forgetOldSessions({ sessions, clock }: State): void {
  const limit = clock.now() - 86_400_000;
  for (const [id, session] of sessions) if (session.expiresAt < limit) sessions.delete(id);
}
