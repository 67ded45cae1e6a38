import { describe, expect, it } from 'vitest';
import { aRow } from '../../../renderer/fakes/profiles.ts';
import type { ProfileRow } from '../contract.ts';
import { foldedIn, type GroupBy, unfolded, withAll, withGroup } from './folding.ts';
import { groupsOf } from './groups.ts';
import { type Found, find, linesFrom } from './list-items.ts';
import { buildIndex } from './search.ts';

function groups(rows: ProfileRow[], by: GroupBy, used: Readonly<Record<string, number>> = {}) {
  const ranks = new Map(Object.entries(used));
  return groupsOf(buildIndex(rows, ranks), ranks, by).map(({ key, label, rows: own }) => [
    label ?? key,
    ...own.map(({ name }) => name),
  ]);
}

const lines = ({ items }: Found) => [...linesFrom(items)];

const one = { accountId: '111122223333', accountName: 'One' };
const two = { accountId: '444455556666', accountName: undefined };

describe('the list without a search', () => {
  it('is pinned, recent by rank, then the rest by name, and last what cannot be used', () => {
    const broken = { kind: 'chain-cycle', message: 'loop', remedy: 'cut it' } as const;
    const rows = [
      aRow('b'),
      aRow('a'),
      aRow('x', { failure: broken }),
      aRow('p', { pinned: true }),
      aRow('u'),
      aRow('v'),
    ];
    expect(groups(rows, 'none', { u: 1, v: 2, p: 3 })).toEqual([
      ['pinned', 'p'],
      ['recent', 'v', 'u'],
      ['others', 'a', 'b'],
      ['broken', 'x'],
    ]);
  });

  it('shows eight recent ones; the others stand where their names are', () => {
    const rows = Array.from({ length: 12 }, (_, at) => aRow(`p${at}`));
    const used = Object.fromEntries(rows.slice(0, 10).map(({ name }, at) => [name, 100 - at]));
    expect(groups(rows, 'none', used)).toEqual([
      ['recent', ...rows.slice(0, 8).map(({ name }) => name)],
      ['others', 'p8', 'p9', 'p10', 'p11'],
    ]);
  });
});

describe('groups', () => {
  it('go by the account, under its name, with what has none at the end', () => {
    const rows = [aRow('z', one), aRow('m', two), aRow('a', one), aRow('k', { kind: 'other', accountId: undefined })];
    const bare = rows.map((row) => (row.name === 'k' ? { ...row, accountId: undefined, accountName: undefined } : row));
    const found = groups(bare, 'account');
    expect(found).toEqual([
      ['444455556666', 'm'],
      ['One', 'a', 'z'],
      ['account:', 'k'],
    ]);
  });

  it('go by the folder and by the first tag; a profile stands in one place', () => {
    const rows = [
      aRow('pay/prod', { folder: 'pay' }),
      aRow('x', { folder: 'mine', tags: ['blue', 'red'] }),
      aRow('y', { tags: ['red'], pinned: true }),
      aRow('w', { tags: ['red'] }),
    ];
    expect(groups(rows, 'folder')).toEqual([
      ['pinned', 'y'],
      ['mine', 'x'],
      ['pay', 'pay/prod'],
      ['folder:', 'w'],
    ]);
    expect(groups(rows, 'tag')).toEqual([
      ['pinned', 'y'],
      ['blue', 'x'],
      ['red', 'w'],
      ['tag:', 'pay/prod'],
    ]);
  });
});

describe('folding', () => {
  it('is per group, or all at once but what stands at the top', () => {
    const some = withGroup(withGroup(unfolded, 'account:1', true), 'pinned', true);
    expect(['account:1', 'account:2', 'pinned', 'recent'].map(foldedIn(some))).toEqual([true, false, true, false]);
    const all = withAll(some, true);
    expect(['account:1', 'account:2', 'pinned', 'recent'].map(foldedIn(all))).toEqual([true, true, true, false]);
    expect(foldedIn(withGroup(all, 'account:2', false))('account:2')).toBe(false);
    expect(withGroup(withGroup(all, 'account:2', false), 'account:2', true)).toEqual(all);
  });

  it('remembers no more than five hundred groups', () => {
    let folding = unfolded;
    for (let at = 0; at < 600; at += 1) folding = withGroup(folding, `tag:${at}`, true);
    expect(folding.except).toHaveLength(500);
    expect(foldedIn(folding)('tag:599')).toBe(true);
  });

  it('leaves a heading in place of the rows, at which keys stop', () => {
    const rows = [aRow('a', one), aRow('b', one), aRow('c', two)];
    const index = buildIndex(rows, new Map());
    const found = find(index, '', new Map(), { by: 'account', isFolded: (key) => key === `account:${one.accountId}` });
    expect(found).toMatchObject({ rowCount: 3, stops: 2, headings: [0], folded: [2] });
    expect(lines(found).map(({ kind, position }) => [kind, position])).toEqual([
      ['heading', 0],
      ['row', 1],
      ['heading', 2],
    ]);
  });

  it('cannot hide the only group there is', () => {
    const index = buildIndex([aRow('a', one), aRow('b', one)], new Map());
    expect(find(index, '', new Map(), { by: 'account', isFolded: () => true }).items).toHaveLength(2);
  });
});
