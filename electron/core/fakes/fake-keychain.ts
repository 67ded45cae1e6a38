import { type Failure, failure } from '../failure.ts';
import type { Keychain } from '../ports.ts';
import { failed, ok } from '../result.ts';

/** A keychain in memory that a test locks, unlocks or takes away. */
export function createFakeKeychain() {
  const items = new Map<string, string>();
  let trouble: Failure | undefined;
  const keychain: Keychain = {
    read: async (account) => (trouble ? failed(trouble) : ok(items.get(account))),
    async save(account, secret) {
      if (trouble) return failed(trouble);
      items.set(account, secret);
      return ok(undefined);
    },
    async remove(account) {
      if (trouble) return failed(trouble);
      items.delete(account);
      return ok(undefined);
    },
  };
  return {
    keychain,
    items,
    lock() {
      trouble = failure('keychain-locked', 'The keychain is locked.', 'Unlock it, then try again.');
    },
    unlock() {
      trouble = undefined;
    },
    /** As on a system without any keychain. */
    takeAway() {
      trouble = failure('keychain-missing', 'There is no keychain.', 'Install one, then try again.');
    },
  };
}
