import type { SettingsStore, Stop } from './ports.ts';
import type { Preferences } from './preferences.ts';
import { ok, type Result } from './result.ts';

/** The preferences within the settings, and who wants to hear of a change. */
export function createPreferences(settings: SettingsStore) {
  const listeners = new Set<(preferences: Preferences) => void>();
  return {
    get: (): Preferences => settings.get().preferences,
    /** Changes the fields that are named, and only those. */
    async change(
      change: { readonly [K in keyof Preferences]?: Preferences[K] | undefined },
    ): Promise<Result<Preferences>> {
      const named = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      const saved = await settings.update((all) => ({ ...all, preferences: { ...all.preferences, ...named } }));
      if (!saved.ok) return saved;
      const { preferences } = settings.get();
      for (const listener of listeners) listener(preferences);
      return ok(preferences);
    },
    onChange(listener: (preferences: Preferences) => void): Stop {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export type PreferenceStore = ReturnType<typeof createPreferences>;
