import type { CatalogStore } from '../catalog.ts';
import type { Handlers } from '../dispatch.ts';
import { mfaDevices } from '../mfa/devices.ts';
import type { MfaSeeds } from '../mfa/seeds.ts';
import { ok } from '../result.ts';

/** MFA devices, and the seeds that are kept of them. */
export function mfaDeviceHandlers(parts: {
  readonly catalog: CatalogStore;
  readonly seeds: MfaSeeds;
}): Pick<Handlers, 'listMfaDevices' | 'addMfaSeed' | 'removeMfaSeed'> {
  const { catalog, seeds } = parts;
  const list = () => mfaDevices(catalog, seeds);
  return {
    listMfaDevices: async () => ok({ devices: list() }),

    async addMfaSeed({ mfaSerial, seed }) {
      const added = await seeds.add(mfaSerial, seed);
      if (!added.ok) return added;
      const row = list().find((device) => device.mfaSerial === mfaSerial);
      return ok(row ?? { mfaSerial, profiles: [], seedAddedAt: added.value.addedAt });
    },

    async removeMfaSeed({ mfaSerial }) {
      const removed = await seeds.remove(mfaSerial);
      return removed.ok ? ok({}) : removed;
    },
  };
}
