import { expect, it } from 'vitest';
import type { Keychain } from '../../core/ports.ts';

/** What every keychain does, the fake and the real one. */
export function keychainSuite(open: () => Keychain): void {
  it.each(['prod', 'two words', "o'brien", 'ä/ö@%,:', '$(id)'])('keeps a secret for %j', async (account) => {
    const keychain = open();
    expect(await keychain.read(account)).toEqual({ ok: true, value: undefined });
    expect(await keychain.save(account, 'first')).toEqual({ ok: true, value: undefined });
    expect(await keychain.save(account, 'se"cr\\et\n+/ü')).toEqual({ ok: true, value: undefined });
    expect(await keychain.read(account)).toEqual({ ok: true, value: 'se"cr\\et\n+/ü' });
    expect(await keychain.read(`${account}x`)).toEqual({ ok: true, value: undefined });
    expect(await keychain.remove(account)).toEqual({ ok: true, value: undefined });
    expect(await keychain.read(account)).toEqual({ ok: true, value: undefined });
  });

  it('removes what is not there without complaint', async () => {
    expect(await open().remove('nobody')).toEqual({ ok: true, value: undefined });
  });

  it('answers many at once', async () => {
    const keychain = open();
    const names = Array.from({ length: 20 }, (_, n) => `many-${n}`);
    await Promise.all(names.map((name) => keychain.save(name, `s-${name}`)));
    const all = await Promise.all(names.map((name) => keychain.read(name)));
    expect(all).toEqual(names.map((name) => ({ ok: true, value: `s-${name}` })));
    await Promise.all(names.map((name) => keychain.remove(name)));
  });
}
