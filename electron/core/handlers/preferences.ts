import type { CatalogStore } from '../catalog.ts';
import type { Handlers } from '../dispatch.ts';
import type { SettingsStore } from '../ports.ts';
import type { PreferenceStore } from '../preference-store.ts';
import { ok } from '../result.ts';

/** What a person sets about profiles and the program, kept in Rolecall's own settings. */
export function preferenceHandlers(parts: {
  readonly catalog: CatalogStore;
  readonly settings: SettingsStore;
  readonly preferences: PreferenceStore;
}): Pick<Handlers, 'pinProfile' | 'preferences' | 'changePreferences'> {
  const { catalog, settings, preferences } = parts;
  return {
    preferences: async () => ok(preferences.get()),
    changePreferences: ({ change }) => preferences.change(change),

    async pinProfile({ profile, pinned }) {
      const row = catalog.row(profile);
      if (!row.ok) return row;
      const saved = await settings.update((all) => {
        const others = all.pins.filter((pin) => pin !== profile);
        return { ...all, pins: pinned ? [...others, profile] : others };
      });
      catalog.rebuild();
      return saved.ok ? ok({}) : saved;
    },
  };
}
