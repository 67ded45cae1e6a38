import type { CatalogStore } from '../catalog.ts';
import { type FindConsole, namesDestination } from '../console/find-console.ts';
import type {
  CallInput,
  CallOutput,
  Catalog,
  Destination,
  ListItem,
  ListRow,
  ProfileRow,
  Sessions,
} from '../contract.ts';
import { type Folding, foldedIn, type GroupBy, unfolded } from './folding.ts';
import { type Found, find, foundOf, type Layout, linesFrom } from './list-items.ts';
import { buildIndex, matchesAsTyped, type SearchIndex, search } from './search.ts';

const plain = { by: 'none', folding: unfolded } as const;

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
  readonly arrangement?: () => { readonly by: GroupBy; readonly folding: Folding };
}) {
  const { catalog, sessions, findConsole, arrangement = () => plain } = parts;
  // Recency as it was when the window was shown: rows must not jump under the hand that just used them.
  let recency: ReadonlyMap<string, number> = new Map();
  let indexed: { readonly of: Catalog; readonly index: SearchIndex } | undefined;
  let revision = 0;
  let last: ({ readonly index: SearchIndex; readonly query: string } & Looked) | undefined;
  // What a search is taken away to.
  let whole: typeof last;
  let laidOut: { readonly by: GroupBy; readonly folding: Folding } | undefined;

  function indexNow(afresh: boolean): SearchIndex {
    const current = catalog.view();
    if (afresh) recency = recencyOf(current.rows);
    if (!indexed || indexed.of !== current || afresh) {
      indexed = { of: current, index: buildIndex(current.rows, recency) };
      revision += 1;
    }
    return indexed.index;
  }

  /** Another way of grouping or folding makes another list of the same rows. */
  function layoutNow(): Layout {
    const { by, folding } = arrangement();
    if (laidOut?.by !== by || laidOut.folding !== folding) {
      laidOut = { by, folding };
      last = undefined;
      whole = undefined;
      revision += 1;
    }
    return { by, isFolded: foldedIn(folding) };
  }

  function lookUp(index: SearchIndex, query: string, layout: Layout): Looked {
    if (query === '' && whole?.index === index) return whole;
    if (last?.index !== index || last.query !== query) last = { index, query, ...lookAnew(index, query, layout) };
    if (query === '') whole = last;
    return last;
  }

  /** An ARN or a link is no name, unless it is the role of a profile: the list is who reaches what it leads to. */
  function lookAnew(index: SearchIndex, query: string, layout: Layout): Looked {
    if (!namesDestination(query) || matchesAsTyped(index, query)) return { found: find(index, query, recency, layout) };
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
    /** The first search reads all rows; this one is nobody's, so that no key waits for it. */
    prepareSearch: () => void search(indexNow(false), 'a'),

    look({
      query,
      otherwise,
      from,
      count,
      afresh = false,
      keep,
      keepGroup,
      also = [],
    }: Wish): CallOutput<'listProfiles'> {
      const index = indexNow(afresh);
      const layout = layoutNow();
      // Names come first: a profile that is called "prod ec2" is meant as it is typed.
      const byOtherwise = otherwise !== undefined && !matchesAsTyped(index, query);
      const { found, destination } = lookUp(index, byOtherwise ? otherwise : query, layout);
      const chosen = () => {
        if (query.trim() === '') return usedBefore(index.rows, sessions());
        // The name of a service alone means the active role.
        return byOtherwise && otherwise.trim() === '' ? sessions().activeProfile : null;
      };
      return {
        revision,
        byOtherwise,
        ...(destination && { destination }),
        groupBy: layout.by,
        itemCount: found.items.length,
        rowCount: found.rowCount,
        stops: found.stops,
        headings: [...found.headings],
        folded: [...found.folded],
        from,
        items: [...linesFrom(found.items, from, count)],
        selected: rowOf(found, keep) ?? stopOf(found, keepGroup) ?? rowOf(found, chosen()) ?? firstStop(found) ?? null,
        also: also.length === 0 ? [] : index.rows.filter(({ name }) => also.includes(name)),
      };
    },
  };
}

export type ListView = ReturnType<typeof createListView>;

function rowOf({ items }: Found, name: string | null | undefined): ListRow | undefined {
  if (typeof name !== 'string') return undefined;
  for (const item of linesFrom(items)) if (item.kind === 'row' && item.row.name === name) return item;
  return undefined;
}

/** The first line, or the second where the first is the heading of an open group. */
function firstStop({ items }: Found): ListItem | undefined {
  const first = items.at(0);
  return first?.position === 0 ? items.at(1) : first;
}

/** The heading of a folded group, or the first row of an open one. */
function stopOf({ items, headings, folded }: Found, key: string | undefined): ListItem | undefined {
  if (key === undefined) return undefined;
  const at = [...headings, ...folded].find((line) => keyAt(items.at(line)) === key);
  const heading = at === undefined ? undefined : items.at(at);
  return at !== undefined && heading?.position === 0 ? items.at(at + 1) : heading;
}

const keyAt = (item: ListItem | undefined) => (item?.kind === 'heading' ? item.key : undefined);

function recencyOf(rows: readonly ProfileRow[]): ReadonlyMap<string, number> {
  return new Map(rows.flatMap(({ name, rankAt }) => (rankAt === undefined ? [] : [[name, rankAt]])));
}

/**
 * The role that was active before this one: opening the list and Enter go back
 * and forth between two roles, and a console that was looked at in between, of
 * production say, is not what Enter switches to. Without any, what was used last.
 */
function usedBefore(rows: readonly ProfileRow[], { activeProfile, byProfile }: Sessions): string | null {
  const inUse = byProfile[activeProfile ?? '']?.state === 'active' ? activeProfile : null;
  let switched: ProfileRow | undefined;
  let used: ProfileRow | undefined;
  for (const row of rows) {
    if (row.lastUsedAt === undefined || row.failure || row.name === inUse) continue;
    if (row.lastUsedAt > (used?.lastUsedAt ?? 0)) used = row;
    if (row.lastSwitchedAt !== undefined && row.lastSwitchedAt > (switched?.lastSwitchedAt ?? 0)) switched = row;
  }
  return (switched ?? used)?.name ?? null;
}
