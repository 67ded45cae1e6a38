import type { ListHeading, ProfileRow } from '../contract.ts';
import type { GroupBy } from './folding.ts';
import { inOrder } from './in-order.ts';

/** A group before it is laid out; its rows in the order of the list. */
export interface Group extends Pick<ListHeading, 'key' | 'group' | 'label' | 'detail' | 'colour'> {
  readonly rows: readonly ProfileRow[];
}

/** Of the used ones, so many stand at the top; the others are where they belong. */
const RECENT_SHOWN = 8;

interface Sorted {
  /** Usable before broken, pinned before used before the rest by name. */
  readonly rows: readonly ProfileRow[];
  /** Places in `rows`, by name. */
  readonly byName: readonly number[];
}

/**
 * The list without a search: pinned, recently used, then the rest, as a whole
 * or by account, folder or tag; what cannot be used at the end. A profile stands
 * in one group only. Linear in the number of profiles.
 */
export function groupsOf({ rows, byName }: Sorted, recency: ReadonlyMap<string, number>, by: GroupBy): Group[] {
  const pinned: ProfileRow[] = [];
  const recent: ProfileRow[] = [];
  const top = new Set<ProfileRow>();
  for (const row of rows) {
    if (row.failure) break;
    const list = row.pinned ? pinned : recency.has(row.name) && recent.length < RECENT_SHOWN ? recent : undefined;
    // Past the used ones all are the rest.
    if (!list && !recency.has(row.name)) break;
    list?.push(row);
    if (list) top.add(row);
  }
  const broken: ProfileRow[] = [];
  const rest: ProfileRow[] = [];
  for (const at of byName) {
    const row = rows[at];
    if (row && !top.has(row)) (row.failure ? broken : rest).push(row);
  }
  const groups: Group[] = [
    { key: 'pinned', group: 'pinned', rows: pinned },
    { key: 'recent', group: 'recent', rows: recent },
    ...(by === 'none' ? [{ key: 'others', group: 'others' as const, rows: rest }] : groupedBy(by, rest)),
    { key: 'broken', group: 'broken', rows: broken },
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}

function groupedBy(by: Exclude<GroupBy, 'none'>, rest: readonly ProfileRow[]): Group[] {
  const found = new Map<string | undefined, ProfileRow[]>();
  for (const row of rest) {
    const value = groupNameOf(by, row);
    const group = found.get(value);
    if (group) group.push(row);
    else found.set(value, [row]);
  }
  const none = found.get(undefined) ?? [];
  found.delete(undefined);
  const named = [...found].map(([value, rows]): Group & { readonly label: string } => {
    // A profile may lack what another one of the same account was imported with.
    const name = by === 'account' ? rows.find((row) => row.accountName !== undefined)?.accountName : undefined;
    const [first] = rows;
    const colour = rows.every((row) => row.colour === first?.colour) ? first?.colour : undefined;
    return {
      key: `${by}:${value}`,
      group: by,
      label: name ?? value ?? '',
      ...(name !== undefined && value !== undefined && { detail: value }),
      ...(by === 'account' && colour && { colour }),
      rows,
    };
  });
  named.sort((a, b) => inOrder(a.label, b.label) || inOrder(a.key, b.key));
  return [...named, { key: `${by}:`, group: by, rows: none }];
}

function groupNameOf(by: Exclude<GroupBy, 'none'>, row: ProfileRow): string | undefined {
  if (by === 'account') return row.accountId;
  return by === 'folder' ? row.folder : row.tags?.[0];
}
