import type { ProfileRow } from '../../electron/core/contract.ts';
import { text } from '../text.ts';
import { type SearchIndex, search } from './search.ts';

/** A line of the list: a heading or a profile. */
export type ListItem =
  | { readonly kind: 'heading'; readonly key: string; readonly text: string }
  | { readonly kind: 'row'; readonly key: string; readonly row: ProfileRow; readonly position: number };

/** What the list shows for a search text, ready to be painted. */
export interface Found {
  readonly items: readonly ListItem[];
  /** The item of each row, in order: what the arrow keys walk through. */
  readonly rowItems: readonly number[];
  /** Profile name → its position in `rowItems`. */
  readonly positions: ReadonlyMap<string, number>;
}

type Group = keyof typeof text.groups;

/** Groups without a search; with one, rank is everything and headings would cut through it. */
export function find(index: SearchIndex, query: string, recency: ReadonlyMap<string, number>): Found {
  const items: ListItem[] = [];
  const rowItems: number[] = [];
  const positions = new Map<string, number>();
  const grouped = query.trim() === '' && needsHeadings(index, recency);
  let group: Group | undefined;
  for (const at of search(index, query)) {
    const row = index.rows[at];
    if (!row) continue;
    const own = groupOf(row, recency);
    if (grouped && own !== group) {
      group = own;
      items.push({ kind: 'heading', key: `heading:${own}`, text: text.groups[own] });
    }
    positions.set(row.name, rowItems.length);
    rowItems.push(items.length);
    items.push({ kind: 'row', key: row.name, row, position: rowItems.length });
  }
  return { items, rowItems, positions };
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
