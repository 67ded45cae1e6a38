import type { ListItem, ProfileRow } from '../contract.ts';
import type { GroupBy } from './folding.ts';
import { type Group, groupsOf } from './groups.ts';
import { type SearchIndex, search } from './search.ts';

/** The lines of a list. Of thousands that are found a window looks at ten: a line may be made when it is looked at. */
export type Lines = Pick<readonly ListItem[], 'length' | 'at'>;

/** What the list shows for a search text. */
export interface Found {
  readonly items: Lines;
  /** Which items are headings of open groups, in order: keys pass them by. */
  readonly headings: readonly number[];
  /** Which items are headings of folded groups, in order: keys stop at them, since nothing else stands for what is in them. */
  readonly folded: readonly number[];
  /** Profiles, also those in folded groups. */
  readonly rowCount: number;
  /** Where keys can stop. */
  readonly stops: number;
}

export interface Layout {
  readonly by: GroupBy;
  readonly isFolded: (key: string) => boolean;
}

/** Groups without a search; with one, rank is everything and headings would cut through it. */
export function find(
  index: SearchIndex,
  query: string,
  recency: ReadonlyMap<string, number>,
  { by, isFolded }: Layout,
): Found {
  if (query.trim() !== '') return foundAt(search(index, query), index.rows);
  const groups = groupsOf(index, recency, by);
  // One group needs no heading.
  if (groups.length < 2) return foundOf(groups[0]?.rows ?? []);
  return withHeadings(groups, isFolded);
}

/** These rows and no headings, in their order. */
export function foundOf(rows: readonly ProfileRow[]): Found {
  return rowsOnly(rows.length, (line) => rows[line]);
}

/** The rows at these places, and no headings. */
function foundAt(places: readonly number[], rows: readonly ProfileRow[]): Found {
  return rowsOnly(places.length, (line) => rows[places[line] ?? -1]);
}

function rowsOnly(length: number, rowAt: (line: number) => ProfileRow | undefined): Found {
  const at = (line: number): ListItem | undefined => {
    const row = rowAt(line);
    return row && { kind: 'row', row, position: line + 1 };
  };
  return { items: { length, at }, headings: [], folded: [], rowCount: length, stops: length };
}

/** Some lines, in order. */
export function* linesFrom(items: Lines, from = 0, count = items.length): Generator<ListItem> {
  for (let line = from; line < Math.min(from + count, items.length); line += 1) {
    const item = items.at(line);
    if (item) yield item;
  }
}

function withHeadings(groups: readonly Group[], isFolded: Layout['isFolded']): Found {
  const items: ListItem[] = [];
  const headings: number[] = [];
  const folded: number[] = [];
  let rowCount = 0;
  let stops = 0;
  for (const { rows, ...heading } of groups) {
    rowCount += rows.length;
    const isClosed = isFolded(heading.key);
    if (isClosed) {
      stops += 1;
      folded.push(items.length);
      items.push({ kind: 'heading', ...heading, count: rows.length, folded: true, position: stops });
      continue;
    }
    headings.push(items.length);
    items.push({ kind: 'heading', ...heading, count: rows.length, folded: false, position: 0 });
    for (const row of rows) {
      stops += 1;
      items.push({ kind: 'row', row, position: stops, group: heading.key });
    }
  }
  return { items, headings, folded, rowCount, stops };
}
