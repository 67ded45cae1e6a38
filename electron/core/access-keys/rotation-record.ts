import type { AccessKey } from '../credentials.ts';
import type { Clock } from '../ports.ts';
import { failed, ok, type Result } from '../result.ts';
import type { KeyIndex } from './key-index.ts';
import type { KeyItems } from './key-items.ts';
import { rotationFailures } from './rotation-failures.ts';
import type { Rotation } from './rotation-state.ts';
import type { StoredKey } from './stored-key.ts';

/** What is written down of a rotation: in the keychain's item how far it is, in the settings which key is in use. */
export function createRotationRecord(
  profile: string,
  { items, index, clock }: { items: KeyItems; index: KeyIndex; clock: Pick<Clock, 'now'> },
) {
  return {
    read: () => items.read(profile),
    indexed: () => index.get(profile),

    async save(key: StoredKey, rotation: Rotation | undefined): Promise<Result<StoredKey>> {
      const { rotation: _, ...rest } = key;
      const next: StoredKey = { ...rest, ...(rotation && { rotation }) };
      const saved = await items.save(profile, next);
      return saved.ok ? ok(next) : saved;
    },

    async note(key: AccessKey, more: { rotatingSince?: number }): Promise<Result<void>> {
      const before = index.get(profile);
      if (!before) return failed(rotationFailures.noKey(profile));
      const { rotatingSince: _, ...rest } = before;
      const isNew = before.accessKeyId !== key.accessKeyId;
      const facts = isNew ? { addedAt: clock.now(), createdAt: clock.now(), lastUsed: undefined } : {};
      return index.set(profile, { ...rest, ...facts, ...more, accessKeyId: key.accessKeyId });
    },

    /** The same key may be kept for other profiles, too: they go on with the new one. */
    async letOthersFollow(key: AccessKey, old: AccessKey): Promise<Result<void>> {
      for (const [other, row] of Object.entries(index.all())) {
        if (other === profile || row.accessKeyId !== old.accessKeyId) continue;
        const item = await items.read(other);
        if (!item.ok) return item;
        const saved = item.value && (await items.save(other, { ...item.value, ...plain(key) }));
        if (saved && !saved.ok) return saved;
        const { accessKeyId } = key;
        const noted = await index.set(other, { ...row, accessKeyId, addedAt: clock.now(), createdAt: clock.now() });
        if (!noted.ok) return noted;
      }
      return ok(undefined);
    },
  };
}

/** A key without what else its item holds. */
export function plain({ accessKeyId, secretAccessKey }: AccessKey): AccessKey {
  return { accessKeyId, secretAccessKey };
}
