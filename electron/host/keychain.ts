import { failure } from '../core/failure.ts';
import type { Keychain } from '../core/ports.ts';
import { failed, ok, type Result } from '../core/result.ts';
import { keychainFailure } from './keychain-failures.ts';
import { hasLockedItems } from './keychain-lock-linux.ts';

/** The part of keytar that is used; tests pass their own. */
interface Keytar {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

export interface KeychainOptions {
  readonly service?: string;
  readonly load?: () => Promise<Keytar>;
  /** How long a call may wait for somebody to unlock the keychain. */
  readonly deadlineMs?: number;
  readonly platform?: string;
  /** Asked when nothing was found: is there something that is merely locked? */
  readonly hasLocked?: (service: string) => Promise<boolean>;
}

export type OsKeychain = Keychain & {
  /** A call that nobody answered still blocks a thread; the process cannot end in order. */
  hasStuckCall(): boolean;
};

/**
 * The OS keychain through keytar. One call at a time: on Linux a call to a
 * locked keychain blocks a thread of Node's pool until its prompt is answered,
 * and four of them would stop all file access. Fails with `keychain-locked`
 * when nobody unlocked it within `deadlineMs`, and at once while that call is
 * still stuck; with `keychain-missing` or `keychain-failed` otherwise.
 */
export function createKeychain(options: KeychainOptions = {}): OsKeychain {
  const { service = 'Rolecall', load = loadKeytar, deadlineMs = 20_000, platform = process.platform } = options;
  const hasLocked = options.hasLocked ?? (platform === 'linux' ? hasLockedItems : async () => false);
  let keytar: Promise<Keytar> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let stuck = false;

  async function perform<T>(work: (keytar: Keytar) => Promise<T>): Promise<Result<T>> {
    if (stuck) return failed(locked());
    try {
      keytar ??= load();
      const running = work(await keytar);
      const outcome = await Promise.race([running.then((value) => ({ value })), deadline(deadlineMs)]);
      if (outcome) return ok(outcome.value);
      stuck = true;
      const freed = () => {
        stuck = false;
      };
      running.then(freed, freed);
      return failed(locked());
    } catch (error) {
      return failed(keychainFailure(error, platform));
    }
  }

  function inTurn<T>(work: (keytar: Keytar) => Promise<T>): Promise<Result<T>> {
    const mine = last.then(() => perform(work));
    last = mine;
    return mine;
  }

  /** Nothing found, or nothing removed, counts only when nothing is locked. */
  const absent = async (): Promise<Result<undefined>> =>
    (await hasLocked(service)) ? failed(locked()) : ok(undefined);

  return {
    read: async (account) => {
      const found = await inTurn((keytar) => keytar.getPassword(service, account));
      if (!found.ok) return found;
      return found.value === null ? absent() : ok(found.value);
    },
    save: (account, secret) => inTurn((keytar) => keytar.setPassword(service, account, secret)),
    remove: async (account) => {
      const removed = await inTurn((keytar) => keytar.deletePassword(service, account));
      if (!removed.ok) return removed;
      return removed.value ? ok(undefined) : absent();
    },
    hasStuckCall: () => stuck,
  };
}

async function loadKeytar(): Promise<Keytar> {
  const loaded = await import('keytar');
  return loaded.default;
}

function deadline(ms: number): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(undefined), ms).unref();
  });
}

function locked() {
  return failure(
    'keychain-locked',
    'The keychain is locked, and nobody unlocked it.',
    'Unlock it (on Linux: Passwords and Keys, or log in again), then try once more.',
  );
}
