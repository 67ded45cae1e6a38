import type { Catalog, ProfileRow } from '../../electron/core/contract.ts';
import { splitService } from '../model/console-query.ts';
import { type Found, find } from '../model/list-items.ts';
import { buildIndex, matchesAsTyped, type SearchIndex } from '../model/search.ts';
import type { Move, Store } from './state.ts';

const PAGE_ROWS = 7;

/** Nothing is known yet. */
export const NOTHING_FOUND: Found = find(buildIndex([], new Map()), '', new Map());

/** What the list shows, and what of it is selected. */
export function createList({ getState: get, setState: set }: Store) {
  // Recency as it was when the window was shown: rows must not jump under the hand that just used them.
  let recency: ReadonlyMap<string, number> = new Map();
  let index: SearchIndex = buildIndex([], recency);

  function showRows(query: string, keepSelection: boolean): void {
    // Names come first: a profile that is called "prod ec2" is meant as it is typed.
    const asked = matchesAsTyped(index, query) ? undefined : splitService(query);
    const found = find(index, asked?.rest ?? query, recency);
    const { selected, sessions } = get();
    const kept = keepSelection && selected !== null && found.positions.has(selected);
    const service = asked && found.rowItems.length > 0 ? asked.service : null;
    const { activeProfile } = sessions;
    const chosen = query.trim() === '' ? usedBefore() : asked?.rest === '' ? activeProfile : null;
    const first = chosen !== null && found.positions.has(chosen) ? chosen : (rowAt(found, 0)?.name ?? null);
    set({
      query,
      service,
      found,
      ...(!kept && { selected: first, selectedBy: 'keys' as const }),
    });
  }

  /** What was used last but is not in use now: opening the list and Enter go back and forth between two roles. */
  function usedBefore(): string | null {
    const { activeProfile, byProfile } = get().sessions;
    const inUse = byProfile[activeProfile ?? '']?.state === 'active' ? activeProfile : null;
    const used = index.rows.filter((row) => row.lastUsedAt !== undefined && !row.failure && row.name !== inUse);
    const last = used.reduce<ProfileRow | undefined>(
      (best, row) => ((row.lastUsedAt ?? 0) > (best?.lastUsedAt ?? 0) ? row : best),
      undefined,
    );
    return last?.name ?? null;
  }

  function takeCatalog(catalog: Catalog): void {
    index = buildIndex(catalog.rows, recency);
    set({ catalog, status: 'ready' });
    showRows(get().query, true);
  }

  function freezeRecency(rows: readonly ProfileRow[]): void {
    recency = new Map(rows.flatMap(({ name, rankAt }) => (rankAt === undefined ? [] : [[name, rankAt]])));
  }

  /** A fresh search over the newest state, in the order of the newest use. */
  function startAfresh(): void {
    freezeRecency(get().catalog.rows);
    index = buildIndex(get().catalog.rows, recency);
    showRows('', false);
  }

  const actions = {
    search: (query: string) => showRows(query, false),
    select: (profile: string) => set({ selected: profile, selectedBy: 'pointer' }),

    move(move: Move): void {
      const { found, selected } = get();
      const last = found.rowItems.length - 1;
      const at = (selected === null ? undefined : found.positions.get(selected)) ?? 0;
      const to = {
        next: at + 1,
        previous: at - 1,
        'page-down': at + PAGE_ROWS,
        'page-up': at - PAGE_ROWS,
        first: 0,
        last,
      };
      set({ selected: rowAt(found, Math.min(last, Math.max(0, to[move])))?.name ?? null, selectedBy: 'keys' });
    },
  };

  return { actions, takeCatalog, freezeRecency, startAfresh };
}

/** The row at a position of the list, headings not counted. */
export function rowAt(found: Found, position: number): ProfileRow | undefined {
  const item = found.items[found.rowItems[position] ?? -1];
  return item?.kind === 'row' ? item.row : undefined;
}
