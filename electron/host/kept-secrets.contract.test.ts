import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mfaSerial } from '../core/fakes/chains.ts';
import { createFakeClock } from '../core/fakes/fake-clock.ts';
import { createFakeKeychain } from '../core/fakes/fake-keychain.ts';
import { createMfaSeeds } from '../core/mfa/seeds.ts';
import type { Keychain, SettingsStore } from '../core/ports.ts';
import { ok } from '../core/result.ts';
import { createKeptSessions } from '../core/sessions/kept-sessions.ts';
import { cacheKey, type Step } from '../core/sessions/steps.ts';
import { defaultSettings, type Settings } from '../core/settings.ts';
import { createAwsClock } from '../core/time/aws-clock.ts';
import { type PrivateKeyring, startPrivateKeyring } from './testing/private-keyring.fixture.ts';
import { totp } from './totp.ts';

const key = { kind: 'access-key', profile: 'adä "x"', store: 'keychain', accessKeyId: 'AKIAIOSFODNN7EXAMPLE' } as const;
const step: Step = { action: 'get-session-token', key, durationSeconds: 43_200, withCode: mfaSerial };
const session = cacheKey([step], 0);
const seed = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const signal = new AbortController().signal;

/** Seeds and kept sessions, whole: written by one program, read by the next. */
function keptSecretsSuite(open: () => Keychain): void {
  function program(settings: SettingsStore) {
    const keychain = open();
    const awsClock = createAwsClock({ clock: createFakeClock() });
    const keyIdOf = () => key.accessKeyId;
    return {
      awsClock,
      seeds: createMfaSeeds({ keychain, settings, totp, clock: awsClock }),
      kept: createKeptSessions({ keychain, settings, awsClock, keyIdOf }),
    };
  }
  function settingsInMemory(): SettingsStore {
    let all: Settings = { ...defaultSettings, preferences: { ...defaultSettings.preferences, keepMfaSessions: true } };
    return {
      get: () => all,
      async update(change) {
        all = change(all);
        return ok(undefined);
      },
    };
  }

  it('a seed makes the same codes after a restart, until it is removed', async () => {
    const settings = settingsInMemory();
    expect(await program(settings).seeds.add(mfaSerial, seed)).toMatchObject({ ok: true });
    const { seeds, awsClock } = program(settings);
    expect(await seeds.source(mfaSerial, 'p')?.code(signal)).toEqual(ok(totp.code(seed, awsClock.now())));
    expect(await seeds.remove(mfaSerial)).toEqual(ok(undefined));
    expect(program(settings).seeds.source(mfaSerial, 'p')).toBeUndefined();
  });

  it.each([100, 2_000, 4_096])(
    'a session with a token of %i characters comes back whole, and goes whole',
    async (length) => {
      const settings = settingsInMemory();
      const credentials = {
        accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
        secretAccessKey: 'canary-temporary-secret',
        sessionToken: 'x'.repeat(length),
        expiresAt: program(settings).awsClock.now() + 3_600_000,
      };
      await program(settings).kept.save(step, session, credentials);
      expect(await program(settings).kept.load(step, session)).toEqual(credentials);
      expect(await program(settings).kept.load(step, `${session} `)).toBeUndefined();
      await program(settings).kept.save(step, session, { ...credentials, sessionToken: 'shorter' });
      expect(await program(settings).kept.load(step, session)).toMatchObject({ sessionToken: 'shorter' });
      const last = program(settings);
      expect(await last.kept.forget()).toEqual(ok(undefined));
      await expect.poll(() => settings.get().keptSessions).toEqual({});
      expect(await program(settings).kept.load(step, session)).toBeUndefined();
    },
  );
}

describe('in the fake keychain', () => {
  const { keychain } = createFakeKeychain();
  keptSecretsSuite(() => keychain);
});

// macOS and Windows have no keychain that a test may fill: not run there.
describe.runIf(process.platform === 'linux')('in gnome-keyring', () => {
  let real: PrivateKeyring;
  beforeAll(async () => {
    real = await startPrivateKeyring({ keyring: true });
  });
  afterAll(() => real.stop());
  keptSecretsSuite(() => real.keychain);
});
