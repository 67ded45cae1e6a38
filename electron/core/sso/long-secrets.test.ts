import { describe, expect, it } from 'vitest';
import { createFakeKeychain } from '../fakes/fake-keychain.ts';
import { failed, ok } from '../result.ts';
import { createLongSecrets } from './long-secrets.ts';

const text = (length: number) => 'abcdefghij'.repeat(length / 10);

describe('long secrets', () => {
  it('come back whole, whatever their length, in items that every keychain takes', async () => {
    const { keychain, items } = createFakeKeychain();
    const secrets = createLongSecrets(keychain);
    for (const length of [0, 10, 2000, 2010, 6000, 100, 9000]) {
      await secrets.save('account', text(length));
      expect(await secrets.read('account')).toEqual(ok(text(length)));
      expect(Math.max(...[...items.values()].map((item) => item.length))).toBeLessThanOrEqual(2000);
    }
    await secrets.remove('account');
    expect([...items.keys()]).toEqual([]);
  });

  it('read as the old one, or as none, when saving was broken off', async () => {
    const { keychain, items } = createFakeKeychain();
    const secrets = createLongSecrets(keychain);
    await secrets.save('account', text(5000));
    const before = new Map(items);
    for (let allowed = 0; allowed < 5; allowed++) {
      let writes = 0;
      const broken = createLongSecrets({
        ...keychain,
        save: async (account, secret) => {
          writes += 1;
          return writes > allowed
            ? failed({ kind: 'keychain-failed', message: 'No.', remedy: 'No.' })
            : keychain.save(account, secret);
        },
      });
      await broken.save('account', text(6000));
      const found = await secrets.read('account');
      expect([ok(text(5000)), ok(text(6000))]).toContainEqual(found);
      items.clear();
      for (const [account, secret] of before) items.set(account, secret);
    }
    items.delete('account part a0');
    expect(await secrets.read('account')).toEqual(ok(undefined));
  });
});
