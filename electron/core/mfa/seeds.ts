import { type Failure, failure } from '../failure.ts';
import type { Keychain, SettingsStore, Totp } from '../ports.ts';
import { failed, ok, type Result } from '../result.ts';
import { shellWord } from '../shell-word.ts';
import type { CodeSource } from './code-source.ts';
import type { CodeClock } from './code-step.ts';
import { SEED_ITEM } from './seed-item.ts';

export interface MfaSeedRow {
  readonly mfaSerial: string;
  readonly addedAt: number;
}

/** AWS's form of a serial number. @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html */
const SERIAL = /^[\w+=/:,.@-]{9,256}$/;

/** The keychain's account of a seed. Its blank keeps it apart from profile names as people write them. */
const seedAccount = (mfaSerial: string) => `${SEED_ITEM}${mfaSerial}`;

/**
 * TOTP seeds that a person chose to keep in the keychain, and the index of their devices in the settings. With a
 * seed here the second factor is on this computer: no prompt, and no second thing that a thief would need.
 */
export function createMfaSeeds(parts: { keychain: Keychain; settings: SettingsStore; totp: Totp; clock: CodeClock }) {
  const { keychain, settings, totp, clock } = parts;

  const kept = () => settings.get().mfaSeeds;
  const has = (mfaSerial: string) => Object.hasOwn(kept(), mfaSerial);

  function index(change: (seeds: Record<string, SeedEntry>) => void): Promise<Result<void>> {
    return settings.update((all) => {
      const mfaSeeds = { ...all.mfaSeeds };
      change(mfaSeeds);
      return { ...all, mfaSeeds };
    });
  }

  async function codeNow(mfaSerial: string): Promise<Result<string>> {
    const item = await keychain.read(seedAccount(mfaSerial));
    if (!item.ok) return item;
    if (item.value === undefined) return failed(seedGone(mfaSerial));
    // What stands in the keychain could have been put there by anybody: read like any other input.
    const seed = totp.read(item.value);
    return seed.ok ? ok(totp.code(seed.value, clock.now())) : failed(seedGone(mfaSerial));
  }

  return {
    list: (): MfaSeedRow[] => Object.entries(kept()).map(([mfaSerial, { addedAt }]) => ({ mfaSerial, addedAt })),
    has,

    /** `text` is base32 or an otpauth:// URL. Fails with `bad-input` and never echoes it. */
    async add(mfaSerial: string, text: string): Promise<Result<MfaSeedRow>> {
      const wrong = serialProblem(mfaSerial);
      if (wrong) return failed(wrong);
      const seed = totp.read(text);
      if (!seed.ok) return seed;
      const saved = await keychain.save(seedAccount(mfaSerial), seed.value);
      if (!saved.ok) return saved;
      const row = { addedAt: clock.now() };
      const indexed = await index((seeds) => {
        seeds[mfaSerial] = row;
      });
      return indexed.ok ? ok({ mfaSerial, ...row }) : indexed;
    },

    async remove(mfaSerial: string): Promise<Result<void>> {
      if (!has(mfaSerial)) return failed(noSuchSeed());
      const removed = await keychain.remove(seedAccount(mfaSerial));
      if (!removed.ok) return removed;
      return index((seeds) => {
        delete seeds[mfaSerial];
      });
    },

    /** Its codes, when the seed of this device is kept. */
    source(mfaSerial: string, profile: string): CodeSource | undefined {
      if (!has(mfaSerial)) return undefined;
      return {
        waitingFor: 'keychain',
        code: () => codeNow(mfaSerial),
        hasWorked: () => kept()[mfaSerial]?.workedAt !== undefined,
        worked() {
          if (kept()[mfaSerial]?.workedAt !== undefined) return;
          void index((seeds) => {
            const entry = seeds[mfaSerial];
            if (entry) seeds[mfaSerial] = { ...entry, workedAt: clock.now() };
          });
        },
        refused: () => seedRefused(mfaSerial, profile),
      };
    },
  };
}

export type MfaSeeds = ReturnType<typeof createMfaSeeds>;

interface SeedEntry {
  readonly addedAt: number;
  readonly workedAt?: number | undefined;
}

function serialProblem(mfaSerial: string): Failure | undefined {
  if (!SERIAL.test(mfaSerial)) {
    return failure(
      'bad-input',
      'That is not the serial number of an MFA device: it has 9 to 256 letters, digits and +=/:,.@-.',
      'Copy the value of mfa_serial from the profile, or the device’s ARN from IAM.',
    );
  }
  if (!/^arn:[\w-]+:iam::\d{12}:u2f\//.test(mfaSerial)) return undefined;
  return failure(
    'bad-input',
    'That is a security key or passkey, which has no codes.',
    'Give the serial number of an authenticator app: …:mfa/NAME.',
  );
}

function seedGone(mfaSerial: string) {
  return failure(
    'mfa-seed',
    'The seed of this MFA device is not in the keychain any more.',
    `Enter a code yourself; to keep the seed again: rolecall mfa seed add ${shellWord(mfaSerial)}`,
  );
}

function seedRefused(mfaSerial: string, profile: string) {
  return failure(
    'mfa-seed',
    'AWS refused the code of the seed that is kept for this device: the seed is of another device, or this computer’s clock is off.',
    `Enter a code yourself. To replace the seed: rolecall mfa seed add ${shellWord(mfaSerial)}`,
    { profile },
  );
}

function noSuchSeed() {
  return failure('mfa-seed', 'No seed is kept for this device.', 'See which there are: rolecall mfa list');
}
