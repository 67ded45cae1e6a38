import type { Keychain } from '../ports.ts';
import { ok, type Result } from '../result.ts';

/** Windows keeps at most 2,560 bytes in one item; the other keychains more. One form for all of them. */
const PART_LENGTH = 2000;
const header = /^rolecall-parts (\d{1,3}) ([ab])$/;

/** Keeps a text of any length in a keychain whose items are short. Half-written never reads as whole. */
export function createLongSecrets(keychain: Keychain, partLength = PART_LENGTH): Keychain {
  const partAccount = (account: string, letter: string, index: number) => `${account} part ${letter}${index}`;

  async function partsOf(account: string): Promise<Result<{ count: number; letter: string } | undefined>> {
    const item = await keychain.read(account);
    if (!item.ok) return item;
    const match = header.exec(item.value ?? '');
    return ok(match ? { count: Number(match[1]), letter: match[2] ?? 'a' } : undefined);
  }

  async function removeParts(account: string, parts: { count: number; letter: string } | undefined): Promise<void> {
    for (let index = 0; index < (parts?.count ?? 0); index++)
      await keychain.remove(partAccount(account, parts?.letter ?? 'a', index));
  }

  return {
    async read(account) {
      const item = await keychain.read(account);
      if (!item.ok || item.value === undefined) return item;
      const match = header.exec(item.value);
      if (!match) return item;
      let text = '';
      for (let index = 0; index < Number(match[1]); index++) {
        const part = await keychain.read(partAccount(account, match[2] ?? 'a', index));
        if (!part.ok) return part;
        if (part.value === undefined) return ok(undefined);
        text += part.value;
      }
      return ok(text);
    },

    /** The parts first, the item that names them last: until then the old text is what counts. */
    async save(account, secret) {
      const old = await partsOf(account);
      if (!old.ok) return old;
      const letter = old.value?.letter === 'a' ? 'b' : 'a';
      const count = Math.ceil(secret.length / partLength);
      const short = count <= 1;
      for (let index = 0; !short && index < count; index++) {
        const part = secret.slice(index * partLength, (index + 1) * partLength);
        const saved = await keychain.save(partAccount(account, letter, index), part);
        if (!saved.ok) return saved;
      }
      const saved = await keychain.save(account, short ? secret : `rolecall-parts ${count} ${letter}`);
      if (saved.ok) await removeParts(account, old.value);
      return saved;
    },

    async remove(account) {
      const old = await partsOf(account);
      if (!old.ok) return old;
      const removed = await keychain.remove(account);
      if (removed.ok) await removeParts(account, old.value);
      return removed;
    },
  };
}
