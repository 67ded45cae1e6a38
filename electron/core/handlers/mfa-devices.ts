import type { Handlers } from '../dispatch.ts';
import type { MfaDevices } from '../mfa/devices.ts';
import type { MfaSeeds } from '../mfa/seeds.ts';
import { ok } from '../result.ts';

/** MFA devices, and the seeds that are kept of them. */
export function mfaDeviceHandlers(parts: {
  readonly devices: MfaDevices;
  readonly seeds: MfaSeeds;
}): Pick<Handlers, 'listMfaDevices' | 'addMfaSeed' | 'removeMfaSeed'> {
  const { devices, seeds } = parts;
  return {
    listMfaDevices: async ({ askAws = false }, { signal }) =>
      ok(askAws ? await devices.ask(signal) : { devices: devices.list(), problems: [] }),

    async addMfaSeed({ mfaSerial, seed }) {
      const added = await seeds.add(mfaSerial, seed);
      if (!added.ok) return added;
      const row = devices.list().find((device) => device.mfaSerial === mfaSerial);
      return ok(row ?? { mfaSerial, profiles: [], seedAddedAt: added.value.addedAt });
    },

    async removeMfaSeed({ mfaSerial }) {
      const removed = await seeds.remove(mfaSerial);
      return removed.ok ? ok({}) : removed;
    },
  };
}
