import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createFakeKeychain } from '../core/fakes/fake-keychain.ts';
import { keychainSuite } from './testing/keychain-suite.fixture.ts';
import { type PrivateKeyring, startPrivateKeyring } from './testing/private-keyring.fixture.ts';

describe('the fake keychain', () => {
  const { keychain } = createFakeKeychain();
  keychainSuite(() => keychain);
});

// macOS and Windows have no keychain that a test may fill: not run there.
describe.runIf(process.platform === 'linux')('gnome-keyring', () => {
  describe('unlocked', () => {
    let real: PrivateKeyring;
    beforeAll(async () => {
      real = await startPrivateKeyring({ keyring: true });
    });
    afterAll(() => real.stop());
    keychainSuite(() => real.keychain);
  });

  describe('in trouble', () => {
    let real: PrivateKeyring | undefined;
    afterEach(() => real?.stop());

    it('locked, and nobody answers the prompt: says so, at once the second time, and blocks no files', async () => {
      real = await startPrivateKeyring({ keyring: true, prompter: 'nobody-answers', deadlineMs: 1_500 });
      expect(await real.keychain.save('prod', 'secret')).toMatchObject({ ok: true });
      expect(await real.ask('stuck')).toBe(false);
      await real.lock();
      const locked = { ok: false, failure: { kind: 'keychain-locked' } };
      const { keychain } = real;
      const eight = Promise.all(Array.from({ length: 8 }, () => keychain.read('prod')));
      expect(await real.ask('files')).toBe(4);
      expect(await eight).toMatchObject(Array.from({ length: 8 }, () => locked));
      expect(await real.ask('stuck')).toBe(true);
      expect(await real.ask('files')).toBe(4);
      expect(await real.keychain.save('prod', 'other')).toMatchObject(locked);
      expect(await real.keychain.remove('prod')).toMatchObject(locked);
      expect(await real.exit()).toBe(7);
    });

    it('locked, and the prompt dismissed: locked, never "no such key"', async () => {
      real = await startPrivateKeyring({ keyring: true, prompter: 'dismissed' });
      await real.keychain.save('prod', 'secret');
      await real.lock();
      const locked = { ok: false, failure: { kind: 'keychain-locked' } };
      expect(await real.keychain.read('prod')).toMatchObject(locked);
      expect(await real.keychain.save('prod', 'other')).toMatchObject(locked);
      expect(await real.keychain.remove('prod')).toMatchObject(locked);
    });

    it('missing: says how to get one', async () => {
      real = await startPrivateKeyring({ keyring: false });
      const missing = {
        ok: false,
        failure: { kind: 'keychain-missing', remedy: expect.stringContaining('gnome-keyring') },
      };
      expect(await real.keychain.read('prod')).toMatchObject(missing);
      expect(await real.keychain.save('prod', 'secret')).toMatchObject(missing);
      expect(await real.keychain.remove('prod')).toMatchObject(missing);
    });
  });
});
