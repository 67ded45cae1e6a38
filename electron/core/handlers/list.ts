import type { CatalogStore } from '../catalog.ts';
import type { FindConsole } from '../console/find-console.ts';
import type { Door } from '../contract.ts';
import type { Handlers } from '../dispatch.ts';
import { type Folding, unfolded, withAll, withGroup } from '../list/folding.ts';
import { createListView, type ListView } from '../list/list-view.ts';
import { overviewOf } from '../list/overview.ts';
import type { Clock, SettingsStore } from '../ports.ts';
import type { PreferenceStore } from '../preference-store.ts';
import { ok } from '../result.ts';
import type { SessionStates } from '../sessions/session-states.ts';

/** When a list that was opened is on the screen. */
const PAINTED_MS = 50;

/** The popover's list. */
export function listHandlers(parts: {
  readonly clock: Pick<Clock, 'after'>;
  readonly catalog: CatalogStore;
  readonly states: SessionStates;
  readonly findConsole: FindConsole;
  readonly settings: SettingsStore;
  readonly preferences: PreferenceStore;
}): Pick<Handlers, 'overview' | 'listProfiles' | 'foldGroup' | 'foldAllGroups' | 'groupProfiles'> {
  const { clock, catalog, states, findConsole, settings, preferences } = parts;
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
    async listProfiles(wish, { door }) {
      const view = viewOf(door);
      if (wish.afresh) clock.after(PAINTED_MS, view.prepareSearch);
      return ok(view.look(wish));
    },
    foldGroup: ({ group, folded }) => fold((folding) => withGroup(folding, group, folded)),
    foldAllGroups: ({ folded }) => fold((folding) => withAll(folding, folded)),
    async groupProfiles({ by }) {
      const changed = await preferences.change({ groupBy: by });
      return changed.ok ? ok({}) : changed;
    },
  };
}
