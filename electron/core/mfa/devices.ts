import type { MfaDeviceRow } from '../calls/mfa-devices.ts';
import type { CatalogStore } from '../catalog.ts';
import { settingsOf } from '../profile-settings.ts';
import type { MfaSeeds } from './seeds.ts';

/** Every device that a profile names in the files, and every one whose seed is kept, sorted by serial number. */
export function mfaDevices(catalog: Pick<CatalogStore, 'content'>, seeds: MfaSeeds): MfaDeviceRow[] {
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
  return [...devices.values()].sort((a, b) => (a.mfaSerial < b.mfaSerial ? -1 : 1));
}
