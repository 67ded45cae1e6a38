import { regionOf } from '../access-keys/about-profile.ts';
import type { IamSigner } from '../access-keys/iam-signer.ts';
import type { MfaDeviceRow } from '../calls/mfa-devices.ts';
import type { CatalogStore } from '../catalog.ts';
import type { Failure } from '../failure.ts';
import type { Iam, Signal } from '../ports.ts';
import { settingsOf } from '../profiles/profile-settings.ts';
import type { AccessKeyIndex } from '../profiles/profile-step.ts';
import type { MfaSeeds } from './seeds.ts';

export interface MfaDevicesParts {
  readonly catalog: CatalogStore;
  readonly seeds: MfaSeeds;
  readonly iam: Pick<Iam, 'listMfaDevices'>;
  readonly signer: Pick<IamSigner, 'signQuietly'>;
  readonly keys: () => AccessKeyIndex;
}

/** The MFA devices as files, keychain and AWS know them, sorted by serial number. */
export function createMfaDevices({ catalog, seeds, iam, signer, keys }: MfaDevicesParts) {
  /** Every device that a profile names in the files, and every one whose seed is kept. */
  function known(): Map<string, MfaDeviceRow> {
    const devices = new Map<string, MfaDeviceRow>();
    for (const { mfaSerial, addedAt } of seeds.list())
      devices.set(mfaSerial, { mfaSerial, profiles: [], seedAddedAt: addedAt });
    for (const [profile, values] of catalog.content().profiles) {
      const mfaSerial = settingsOf(values)('mfa_serial');
      if (mfaSerial === undefined) continue;
      const device = devices.get(mfaSerial) ?? { mfaSerial, profiles: [] };
      device.profiles.push(profile);
      devices.set(mfaSerial, device);
    }
    return devices;
  }

  const sorted = (devices: ReadonlyMap<string, MfaDeviceRow>) =>
    [...devices.values()].sort((a, b) => (a.mfaSerial < b.mfaSerial ? -1 : 1));

  return {
    list: (): MfaDeviceRow[] => sorted(known()),

    /** With what IAM says of each user whose key is in the keychain. One that may not ask hides none of the others. */
    async ask(signal: Signal): Promise<{ devices: MfaDeviceRow[]; problems: Failure[] }> {
      const devices = known();
      const problems: Failure[] = [];
      const answers = Object.keys(keys()).map(async (profile) => {
        const by = await signer.signQuietly(profile);
        const context = { profile, region: regionOf(catalog, profile), signal };
        const listed = by.ok ? await iam.listMfaDevices(by.value, context) : by;
        if (!listed.ok) {
          problems.push(listed.failure);
          return;
        }
        for (const { serialNumber, userName, enabledAt } of listed.value) {
          const device = devices.get(serialNumber) ?? { mfaSerial: serialNumber, profiles: [] };
          devices.set(serialNumber, { ...device, userName, ...(enabledAt !== undefined && { enabledAt }) });
        }
      });
      await Promise.all(answers);
      return { devices: sorted(devices), problems };
    },
  };
}

export type MfaDevices = ReturnType<typeof createMfaDevices>;
