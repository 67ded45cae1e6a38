import { newId, newSecret } from './ids.ts';
import type { AccessKey, User } from './model.ts';
import type { State } from './state.ts';

export type KeyStatus = 'Active' | 'Inactive';

/** Makes a key that works once it has propagated. The secret is shown this once. */
export function createKey(state: State, user: User): AccessKey {
  const now = state.clock.now();
  const validFrom = now + state.propagationDelayMs;
  const key: AccessKey = {
    id: newId('AKIA'),
    secret: newSecret(),
    user,
    status: 'Active',
    effective: { before: 'Inactive', from: validFrom },
    createdAt: now,
  };
  state.accessKeys.set(key.id, key);
  return key;
}

/** Changes the status at once as IAM shows it, and after the delay as every service sees it. */
export function setKeyStatus(state: State, key: AccessKey, status: KeyStatus): void {
  const now = state.clock.now();
  key.effective = { before: effectiveStatus(key, now), from: now + state.propagationDelayMs };
  key.status = status;
}

export function effectiveStatus({ status, effective }: AccessKey, now: number): KeyStatus {
  return now < effective.from ? effective.before : status;
}

/** A user's keys, oldest first. */
export function keysOf({ accessKeys }: State, user: User): AccessKey[] {
  return [...accessKeys.values()].filter((key) => key.user === user).sort((a, b) => a.createdAt - b.createdAt);
}
