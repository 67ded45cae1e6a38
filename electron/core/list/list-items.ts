import type { ListItem, ProfileRow } from '../contract.ts';
import { type SearchIndex, search } from './search.ts';

/** What the list shows for a search text, ready to be painted. */
export interface Found {
  readonly items: readonly ListItem[];
  /** Which items are headings, in order; all others are rows. */
  readonly headings: readonly number[];
  readonly rowCount: number;
}

/** These rows and no headings, in their order. */
export function foundOf(rows: readonly ProfileRow[]): Found {
  return {
    items: rows.map((row, at) => ({ kind: 'row', row, position: at + 1 })),
    headings: [],
    rowCount: rows.length,
  };
}

type Group = Extract<ListItem, { kind: 'heading' }>['group'];

/** Groups without a search; with one, rank is everything and headings would cut through it. */
export function find(index: SearchIndex, query: string, recency: ReadonlyMap<string, number>): Found {
  const items: ListItem[] = [];
  const headings: number[] = [];
  const grouped = query.trim() === '' && needsHeadings(index, recency);
  let group: Group | undefined;
  let rowCount = 0;
  for (const at of search(index, query)) {
    const row = index.rows[at];
    if (!row) continue;
    const own = grouped ? groupOf(row, recency) : undefined;
    if (own !== undefined && own !== group) {
      group = own;
      headings.push(items.length);
      items.push({ kind: 'heading', group: own });
    }
    rowCount += 1;
    items.push({ kind: 'row', row, position: rowCount });
  }
  return { items, headings, rowCount };
}

function groupOf(row: ProfileRow, recency: ReadonlyMap<string, number>): Group {
  if (row.failure) return 'broken';
  if (row.pinned) return 'pinned';
  return recency.has(row.name) ? 'recent' : 'others';
}

/** One group needs no heading. */
function needsHeadings(index: SearchIndex, recency: ReadonlyMap<string, number>): boolean {
  const first = index.rows[0];
  const last = index.rows.at(-1);
  return first !== undefined && last !== undefined && groupOf(first, recency) !== groupOf(last, recency);
}
