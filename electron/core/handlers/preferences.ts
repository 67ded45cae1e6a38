import type { CatalogStore } from '../catalog.ts';
import type { Handlers } from '../dispatch.ts';
import type { SettingsStore } from '../ports.ts';
import { ok } from '../result.ts';

/** What a person sets about profiles, kept in Rolecall's own settings. */
export function preferenceHandlers(parts: {
  readonly catalog: CatalogStore;
  readonly settings: SettingsStore;
}): Pick<Handlers, 'pinProfile'> {
  const { catalog, settings } = parts;
  return {
    async pinProfile({ profile, pinned }) {
      const saved = await settings.update((all) => {
        const others = all.pins.filter((pin) => pin !== profile);
        return { ...all, pins: pinned ? [...others, profile] : others };
      });
      catalog.rebuild();
      return saved.ok ? ok({}) : saved;
    },
  };
}
