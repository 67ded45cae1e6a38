import type { CatalogStore } from '../catalog.ts';
import type { SettingsStore } from '../ports.ts';
import type { Result } from '../result.ts';
import type { Settings } from '../settings.ts';

export type IndexedKey = Settings['accessKeys'][string];

/** The index of the keychain's keys in the settings: ids and dates, never a secret. */
export function createKeyIndex({ settings, catalog }: { settings: SettingsStore; catalog: CatalogStore }) {
  async function change(edit: (keys: Record<string, IndexedKey>) => void): Promise<Result<void>> {
    const result = await settings.update((all) => {
      const accessKeys = { ...all.accessKeys };
      edit(accessKeys);
      return { ...all, accessKeys };
    });
    catalog.rebuild();
    return result;
  }

  return {
    all: () => settings.get().accessKeys,
    get(profile: string): IndexedKey | undefined {
      const keys = settings.get().accessKeys;
      return Object.hasOwn(keys, profile) ? keys[profile] : undefined;
    },
    set: (profile: string, key: IndexedKey) =>
      change((keys) => {
        keys[profile] = key;
      }),
    remove: (profile: string) =>
      change((keys) => {
        delete keys[profile];
      }),
  };
}

export type KeyIndex = ReturnType<typeof createKeyIndex>;
