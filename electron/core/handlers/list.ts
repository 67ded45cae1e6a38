import type { CatalogStore } from '../catalog.ts';
import type { FindConsole } from '../console/find-console.ts';
import type { Door } from '../contract.ts';
import type { Handlers } from '../dispatch.ts';
import { type Folding, unfolded, withAll, withGroup } from '../list/folding.ts';
import { createListView, type ListView } from '../list/list-view.ts';
import { overviewOf } from '../list/overview.ts';
import type { SettingsStore } from '../ports.ts';
import type { PreferenceStore } from '../preference-store.ts';
import { ok } from '../result.ts';
import type { SessionStates } from '../sessions/session-states.ts';

/** The popover's list. */
export function listHandlers(parts: {
  readonly catalog: CatalogStore;
  readonly states: SessionStates;
  readonly findConsole: FindConsole;
  readonly settings: SettingsStore;
  readonly preferences: PreferenceStore;
}): Pick<Handlers, 'overview' | 'listProfiles' | 'foldGroup' | 'foldAllGroups' | 'groupProfiles'> {
  const { catalog, states, findConsole, settings, preferences } = parts;
  // Each window has its own search, and its own moment at which it was shown.
  const views = new Map<Door, ListView>();
  const viewOf = (door: Door) => {
    const view =
      views.get(door) ??
      createListView({ catalog, sessions: states.view, findConsole, ...(door === 'popover' && grouped) });
    views.set(door, view);
    return view;
  };

  const grouped = {
    arrangement() {
      const by = preferences.get().groupBy;
      return { by, folding: settings.get().folding[by] ?? unfolded };
    },
  };

  async function fold(change: (folding: Folding) => Folding) {
    const by = preferences.get().groupBy;
    const saved = await settings.update((all) => ({
      ...all,
      folding: { ...all.folding, [by]: change(all.folding[by] ?? unfolded) },
    }));
    return saved.ok ? ok({}) : saved;
  }

  return {
    overview: async () => ok({ overview: overviewOf(catalog.view()), sessions: states.view() }),
    listProfiles: async (wish, { door }) => ok(viewOf(door).look(wish)),
    foldGroup: ({ group, folded }) => fold((folding) => withGroup(folding, group, folded)),
    foldAllGroups: ({ folded }) => fold((folding) => withAll(folding, folded)),
    async groupProfiles({ by }) {
      const changed = await preferences.change({ groupBy: by });
      return changed.ok ? ok({}) : changed;
    },
  };
}
