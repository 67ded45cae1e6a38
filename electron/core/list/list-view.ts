import type { CatalogStore } from '../catalog.ts';
import { type FindConsole, namesDestination } from '../console/find-console.ts';
import type { CallInput, CallOutput, Catalog, Destination, ListRow, ProfileRow, Sessions } from '../contract.ts';
import { type Found, find, foundOf } from './list-items.ts';
import { buildIndex, matchesAsTyped, type SearchIndex } from './search.ts';

type Wish = CallInput<'listProfiles'>;
type Looked = { readonly found: Found; readonly destination?: Destination };

/**
 * The list as the popover looks at it. The index is made when it is first asked
 * for after a change, and what was found is kept for the next lines of it.
 */
export function createListView(parts: {
  readonly catalog: Pick<CatalogStore, 'view'>;
  readonly sessions: () => Sessions;
  readonly findConsole: Pick<FindConsole, 'find'>;
}) {
  const { catalog, sessions, findConsole } = parts;
  // Recency as it was when the window was shown: rows must not jump under the hand that just used them.
  let recency: ReadonlyMap<string, number> = new Map();
  let indexed: { readonly of: Catalog; readonly index: SearchIndex } | undefined;
  let revision = 0;
  let last: ({ readonly index: SearchIndex; readonly query: string } & Looked) | undefined;

  function indexNow(afresh: boolean): SearchIndex {
    const current = catalog.view();
    if (afresh) recency = recencyOf(current.rows);
    if (!indexed || indexed.of !== current || afresh) {
      indexed = { of: current, index: buildIndex(current.rows, recency) };
      revision += 1;
    }
    return indexed.index;
  }

  function lookUp(index: SearchIndex, query: string): Looked {
    if (last?.index !== index || last.query !== query) last = { index, query, ...lookAnew(index, query) };
    return last;
  }

  /** An ARN or a link is no name, unless it is the role of a profile: the list is who reaches what it leads to. */
  function lookAnew(index: SearchIndex, query: string): Looked {
    if (!namesDestination(query) || matchesAsTyped(index, query)) return { found: find(index, query, recency) };
    const destination = findConsole.find(query);
    if (!destination.ok) return { found: foundOf([]), destination: { state: 'failed', failure: destination.failure } };
    const { what, region, profiles } = destination.value;
    const rows = new Map(index.rows.map((row) => [row.name, row]));
    return {
      found: foundOf(profiles.flatMap((profile) => rows.get(profile) ?? [])),
      destination: { state: 'found', what, ...(region !== undefined && { region }) },
    };
  }

  return {
    look({ query, otherwise, from, count, afresh = false, keep, also = [] }: Wish): CallOutput<'listProfiles'> {
      const index = indexNow(afresh);
      // Names come first: a profile that is called "prod ec2" is meant as it is typed.
      const byOtherwise = otherwise !== undefined && !matchesAsTyped(index, query);
      const { found, destination } = lookUp(index, byOtherwise ? otherwise : query);
      const chosen = () => {
        if (query.trim() === '') return usedBefore(index.rows, sessions());
        // The name of a service alone means the active role.
        return byOtherwise && otherwise.trim() === '' ? sessions().activeProfile : null;
      };
      return {
        revision,
        byOtherwise,
        ...(destination && { destination }),
        itemCount: found.items.length,
        rowCount: found.rowCount,
        headings: [...found.headings],
        from,
        items: found.items.slice(from, from + count),
        selected:
          rowOf(found, keep) ?? rowOf(found, chosen()) ?? found.items.find((item) => item.kind === 'row') ?? null,
        also: also.length === 0 ? [] : index.rows.filter(({ name }) => also.includes(name)),
      };
    },
  };
}

export type ListView = ReturnType<typeof createListView>;

function rowOf({ items }: Found, name: string | null | undefined): ListRow | undefined {
  if (typeof name !== 'string') return undefined;
  return items.find((item): item is ListRow => item.kind === 'row' && item.row.name === name);
}

function recencyOf(rows: readonly ProfileRow[]): ReadonlyMap<string, number> {
  return new Map(rows.flatMap(({ name, rankAt }) => (rankAt === undefined ? [] : [[name, rankAt]])));
}

/** What was used last but is not in use now: opening the list and Enter go back and forth between two roles. */
function usedBefore(rows: readonly ProfileRow[], { activeProfile, byProfile }: Sessions): string | null {
  const inUse = byProfile[activeProfile ?? '']?.state === 'active' ? activeProfile : null;
  let best: ProfileRow | undefined;
  for (const row of rows) {
    if (row.lastUsedAt === undefined || row.failure || row.name === inUse) continue;
    if (row.lastUsedAt > (best?.lastUsedAt ?? 0)) best = row;
  }
  return best?.name ?? null;
}
