import type { CatalogStore } from '../catalog.ts';
import type { FindConsole } from '../console/find-console.ts';
import type { Door } from '../contract.ts';
import type { Handlers } from '../dispatch.ts';
import { createListView, type ListView } from '../list/list-view.ts';
import { overviewOf } from '../list/overview.ts';
import { ok } from '../result.ts';
import type { SessionStates } from '../sessions/session-states.ts';

/** The popover's list. */
export function listHandlers(parts: {
  readonly catalog: CatalogStore;
  readonly states: SessionStates;
  readonly findConsole: FindConsole;
}): Pick<Handlers, 'overview' | 'listProfiles'> {
  const { catalog, states, findConsole } = parts;
  // Each window has its own search, and its own moment at which it was shown.
  const views = new Map<Door, ListView>();
  const viewOf = (door: Door) => {
    const view = views.get(door) ?? createListView({ catalog, sessions: states.view, findConsole });
    views.set(door, view);
    return view;
  };
  return {
    overview: async () => ok({ overview: overviewOf(catalog.view()), sessions: states.view() }),
    listProfiles: async (wish, { door }) => ok(viewOf(door).look(wish)),
  };
}
