import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createFakeKeychain } from '../fakes/fake-keychain.ts';
import { fakeTotp } from '../fakes/fake-totp.ts';
import type { SettingsStore } from '../ports.ts';
import { ok } from '../result.ts';
import { defaultSettings, type Settings } from '../settings.ts';
import { createAwsClock } from '../time/aws-clock.ts';
import { createMfaSeeds } from './seeds.ts';

const serial = 'arn:aws:iam::012345678901:mfa/ada';
const signal = new AbortController().signal;

function setUp() {
  let all: Settings = defaultSettings;
  const settings: SettingsStore = {
    get: () => all,
    async update(change) {
      all = change(all);
      return ok(undefined);
    },
  };
  const fake = createFakeKeychain();
  const clock = createFakeClock();
  const seeds = createMfaSeeds({ keychain: fake.keychain, settings, totp: fakeTotp, clock: createAwsClock({ clock }) });
  return { seeds, ...fake, clock, settings };
}

describe('kept seeds', () => {
  it('are in the keychain only; the settings name the device', async () => {
    const { seeds, items, settings } = setUp();
    expect(await seeds.add(serial, 'CANARYSEED')).toMatchObject({ ok: true, value: { mfaSerial: serial } });
    expect([...items.values()]).toEqual(['CANARYSEED']);
    expect(JSON.stringify(settings.get())).not.toContain('CANARYSEED');
    expect(seeds.list()).toHaveLength(1);
  });

  it('give the code of the moment', async () => {
    const { seeds, clock } = setUp();
    await seeds.add(serial, 'CANARYSEED');
    const source = seeds.source(serial, 'developer');
    expect(await source?.code(signal)).toEqual(ok(fakeTotp.code('', clock.now())));
    clock.advance(30_000);
    expect(await source?.code(signal)).toEqual(ok(fakeTotp.code('', clock.now())));
  });

  it('remember that AWS took one of their codes', async () => {
    const { seeds } = setUp();
    await seeds.add(serial, 'CANARYSEED');
    expect(seeds.source(serial, 'p')?.hasWorked()).toBe(false);
    seeds.source(serial, 'p')?.worked();
    expect(seeds.source(serial, 'p')?.hasWorked()).toBe(true);
    await seeds.add(serial, 'OTHERSEED');
    expect(seeds.source(serial, 'p')?.hasWorked()).toBe(false);
  });

  it('are gone after a removal, item and name', async () => {
    const { seeds, items } = setUp();
    await seeds.add(serial, 'CANARYSEED');
    expect(await seeds.remove(serial)).toEqual(ok(undefined));
    expect(items.size).toBe(0);
    expect(seeds.source(serial, 'p')).toBeUndefined();
    expect(await seeds.remove(serial)).toMatchObject({ failure: { kind: 'mfa-seed' } });
  });

  it('are not forgotten because the keychain was locked once', async () => {
    const { seeds, lock, unlock } = setUp();
    await seeds.add(serial, 'CANARYSEED');
    lock();
    expect(await seeds.source(serial, 'p')?.code(signal)).toMatchObject({ failure: { kind: 'keychain-locked' } });
    expect(await seeds.remove(serial)).toMatchObject({ failure: { kind: 'keychain-locked' } });
    unlock();
    expect(await seeds.source(serial, 'p')?.code(signal)).toMatchObject({ ok: true });
  });

  it('that somebody took out of the keychain, or changed, are a reason to ask', async () => {
    const { seeds, items } = setUp();
    await seeds.add(serial, 'CANARYSEED');
    for (const account of items.keys()) items.set(account, '{"not": "a seed"}');
    expect(await seeds.source(serial, 'p')?.code(signal)).toMatchObject({ failure: { kind: 'mfa-seed' } });
    items.clear();
    expect(await seeds.source(serial, 'p')?.code(signal)).toMatchObject({ failure: { kind: 'mfa-seed' } });
  });

  it.each(['', 'short', 'with blank in it', 'a'.repeat(257), 'arn:aws:iam::012345678901:u2f/user/ada/key-1'])(
    'are refused for what is no device of codes: %j',
    async (bad) => {
      const { seeds, items } = setUp();
      expect(await seeds.add(bad, 'CANARYSEED')).toMatchObject({ failure: { kind: 'bad-input' } });
      expect(items.size).toBe(0);
    },
  );

  it('that are none are refused without being echoed', async () => {
    const { seeds } = setUp();
    const refused = await seeds.add(serial, 'canary typed wrong');
    expect(refused).toMatchObject({ failure: { kind: 'bad-input' } });
    expect(JSON.stringify(refused)).not.toContain('canary');
  });
});
