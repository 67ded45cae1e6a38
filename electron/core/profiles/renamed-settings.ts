import type { Settings } from '../settings.ts';

/** The settings with everything that they say by a profile's name under its new one. */
export function renamedSettings(all: Settings, nameOf: (profile: string) => string): Settings {
  const byProfile = <T>(record: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).map(([profile, value]) => [nameOf(profile), value]));
  return {
    ...all,
    pins: all.pins.map(nameOf),
    careful: all.careful.map(nameOf),
    recents: all.recents.map((recent) => ({ ...recent, profile: nameOf(recent.profile) })),
    accessKeys: byProfile(all.accessKeys),
    sessionDefaults: byProfile(all.sessionDefaults),
    labels: byProfile(all.labels),
    unfinishedMfaDevices: Object.fromEntries(
      Object.entries(all.unfinishedMfaDevices).map(([serial, profile]) => [serial, nameOf(profile)]),
    ),
  };
}
