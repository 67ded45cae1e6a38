import type { CatalogStore } from '../catalog.ts';
import type { Handlers } from '../dispatch.ts';
import type { AccountLook } from '../looks/look.ts';
import type { SettingsStore } from '../ports.ts';
import { ok } from '../result.ts';

/** What makes an account and a profile recognisable. */
export function lookHandlers(parts: {
  readonly catalog: CatalogStore;
  readonly settings: SettingsStore;
}): Pick<Handlers, 'changeAccount' | 'markCareful'> {
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

    async markCareful({ profile, careful }) {
      const saved = await settings.update((all) => {
        const others = all.careful.filter((name) => name !== profile);
        return { ...all, careful: careful ? [...others, profile] : others };
      });
      catalog.rebuild();
      return saved.ok ? ok({}) : saved;
    },
  };
}
