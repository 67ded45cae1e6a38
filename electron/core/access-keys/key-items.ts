import { failure } from '../failure.ts';
import type { Keychain } from '../ports.ts';
import { failed, ok, type Result } from '../result.ts';
import { shellWord } from '../shell-word.ts';
import { parseStored, type StoredKey, storedForm } from './stored-key.ts';

/** The keychain's items, one per profile, as what they hold. */
export function createKeyItems(keychain: Keychain) {
  return {
    /** `undefined` when there is none. Fails with `key-missing` when it is in no form that is known. */
    async read(profile: string): Promise<Result<StoredKey | undefined>> {
      const item = await keychain.read(profile);
      if (!item.ok || item.value === undefined) return item.ok ? ok(undefined) : item;
      const stored = parseStored(item.value);
      return stored ? ok(stored) : failed(unknownForm(profile));
    },

    /** Saves, and reads it again: what only seems to be kept must not be the last copy of a key. */
    async save(profile: string, key: StoredKey): Promise<Result<void>> {
      const form = storedForm(key);
      const saved = await keychain.save(profile, form);
      if (!saved.ok) return saved;
      const kept = await keychain.read(profile);
      if (!kept.ok) return kept;
      return kept.value === form ? ok(undefined) : failed(notKept(profile));
    },

    remove: (profile: string) => keychain.remove(profile),
  };
}

export type KeyItems = ReturnType<typeof createKeyItems>;

function unknownForm(profile: string) {
  return failure(
    'key-missing',
    `The keychain’s item of "${profile}" is in a form Rolecall does not know.`,
    `Add the key again: rolecall keys add ${shellWord(profile)}`,
    { profile },
  );
}

function notKept(profile: string) {
  return failure(
    'keychain-failed',
    `The keychain did not keep the access key of "${profile}".`,
    'Look at the keychain’s own program, then try again. Nothing else was changed.',
    { profile },
  );
}
