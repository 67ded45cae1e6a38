import type { SettingsStore } from '../ports.ts';
import { ok } from '../result.ts';
import { defaultSettings, type Settings } from '../settings.ts';

/** Settings in memory. */
export function createFakeSettings(start: Partial<Settings> = {}): SettingsStore {
  let settings: Settings = { ...defaultSettings, ...start };
  return {
    get: () => settings,
    update: async (change) => {
      settings = change(settings);
      return ok(undefined);
    },
  };
}
