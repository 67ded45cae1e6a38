import type { CatalogStore } from '../catalog.ts';
import type { Handlers } from '../dispatch.ts';
import type { ProfileLabels } from '../looks/labels.ts';
import type { AccountLook } from '../looks/look.ts';
import type { SettingsStore } from '../ports.ts';
import { ok } from '../result.ts';

/** What makes an account and a profile recognisable. */
export function lookHandlers(parts: {
  readonly catalog: CatalogStore;
  readonly settings: SettingsStore;
}): Pick<Handlers, 'changeAccount' | 'labelProfile' | 'markCareful'> {
  const { catalog, settings } = parts;
  return {
    async changeAccount({ accountId, name, colour }) {
      const saved = await settings.update((all) => {
        const { [accountId]: before, ...others } = all.accounts;
        const look: AccountLook = { ...before };
        if (name === null) delete look.name;
        else if (name !== undefined) look.name = name;
        if (colour === null) delete look.colour;
        else if (colour !== undefined) look.colour = colour;
        return { ...all, accounts: Object.keys(look).length === 0 ? others : { ...others, [accountId]: look } };
      });
      catalog.rebuild();
      return saved.ok ? ok({}) : saved;
    },

    async labelProfile({ profile, folder, tags }) {
      const row = catalog.row(profile);
      if (!row.ok) return row;
      const saved = await settings.update((all) => {
        const { [profile]: before, ...others } = all.labels;
        const labels: ProfileLabels = { ...before };
        if (folder === null) delete labels.folder;
        else if (folder !== undefined) labels.folder = folder;
        if (tags?.length === 0) delete labels.tags;
        else if (tags !== undefined) labels.tags = tags;
        return { ...all, labels: Object.keys(labels).length === 0 ? others : { ...others, [profile]: labels } };
      });
      catalog.rebuild();
      return saved.ok ? ok({}) : saved;
    },

    async markCareful({ profile, careful }) {
      const row = catalog.row(profile);
      if (!row.ok) return row;
      const saved = await settings.update((all) => {
        const others = all.careful.filter((name) => name !== profile);
        return { ...all, careful: careful ? [...others, profile] : others };
      });
      catalog.rebuild();
      return saved.ok ? ok({}) : saved;
    },
  };
}
