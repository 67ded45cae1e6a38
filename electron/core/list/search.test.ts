import { describe, expect, it } from 'vitest';
import { aRow, manyRows } from '../../../renderer/fakes/profiles.ts';
import { type Found, find, linesFrom } from './list-items.ts';
import { buildIndex, search, searchTerms } from './search.ts';

const none = new Map<string, number>();
const plain = { by: 'none', isFolded: () => false } as const;

const lines = ({ items }: Found) => [...linesFrom(items)];

function names(rows: ReturnType<typeof aRow>[], query: string, recency = none): string[] {
  const index = buildIndex(rows, recency);
  return search(index, query).map((at) => index.rows[at]?.name ?? '');
}

describe('order without a search', () => {
  it('is pinned, recent, then by name with numbers in order, broken last', () => {
    const broken = { kind: 'chain-cycle', message: 'loop', remedy: 'cut it' } as const;
    const rows = [
      aRow('a-broken', { failure: broken, pinned: true }),
      aRow('team-10'),
      aRow('team-9'),
      aRow('old'),
      aRow('new'),
      aRow('zulu', { pinned: true }),
    ];
    const recency = new Map([
      ['old', 1],
      ['new', 2],
    ]);
    expect(names(rows, '', recency)).toEqual(['zulu', 'new', 'old', 'team-9', 'team-10', 'a-broken']);
  });
});

describe('search', () => {
  it('ranks one letter as it ranks many', () => {
    const rows = [
      aRow('boxy'),
      aRow('zeta-xray'),
      aRow('myXbox'),
      aRow('zoo', { folder: 'xenia' }),
      aRow('zoo-2', { folder: 'phoenix' }),
      aRow('xenon'),
      aRow('other'),
    ];
    const ranked = ['xenon', 'myXbox', 'zeta-xray', 'zoo', 'boxy', 'zoo-2'];
    expect(names(rows, 'x')).toEqual(ranked);
    expect(names(rows, 'x x')).toEqual(ranked);
  });

  it('ranks the match before the pin, the pin before recency, and both before where a word begins', () => {
    const rows = [
      aRow('my-prod', { pinned: true }),
      aRow('prod-a'),
      aRow('prod-b', { pinned: true }),
      aRow('prod-c'),
      aRow('prod'),
      aRow('reprod', { pinned: true }),
    ];
    const recency = new Map([['prod-c', 1]]);
    expect(names(rows, 'prod', recency)).toEqual(['prod', 'my-prod', 'prod-b', 'prod-c', 'prod-a', 'reprod']);
  });

  it('knows where a word begins in any script', () => {
    expect(names([aRow('été-a'), aRow('éprod'), aRow('x/prod'), aRow('本prod')], 'prod')).toEqual([
      'x/prod',
      'éprod',
      '本prod',
    ]);
  });

  it('takes a match in the name for one, and one behind the name for the weaker', () => {
    const rows = [aRow('one', { roleName: 'xprod' }), aRow('two-xprod'), aRow('three', { roleName: 'prod' })];
    expect(names(rows, 'prod')).toEqual(['three', 'two-xprod', 'one']);
  });

  it('finds by account, role and region, and by several words in any order', () => {
    const rows = [
      aRow('one', { accountId: '111122223333', roleName: 'Billing' }),
      aRow('two', { accountId: '444455556666', roleName: 'Admin', region: 'ap-southeast-2' }),
    ];
    expect(names(rows, '1111')).toEqual(['one']);
    expect(names(rows, '4444 5555 6666')).toEqual(['two']);
    expect(names(rows, '1111-2222-3333')).toEqual(['one']);
    expect(names(rows, 'southeast')).toEqual(['two']);
    expect(names(rows, 'admin two')).toEqual(['two']);
    expect(names(rows, 'BILLING')).toEqual(['one']);
  });

  it('finds the profile of a pasted role or session ARN', () => {
    const rows = [aRow('one', { accountId: '111122223333', roleName: 'Admin' }), aRow('two', { roleName: 'Admin' })];
    expect(names(rows, 'arn:aws:iam::111122223333:role/team/Admin')).toEqual(['one']);
    expect(names(rows, 'arn:aws:sts::111122223333:assumed-role/Admin/anna')).toEqual(['one']);
  });

  it('forgives left-out letters and one slip, but only when nothing matches as typed', () => {
    const rows = [aRow('production-admin'), aRow('staging')];
    expect(names(rows, 'prdadm')).toEqual(['production-admin']);
    expect(names(rows, 'prodcution')).toEqual(['production-admin']);
    expect(names([...rows, aRow('prdadm')], 'prdadm')).toEqual(['prdadm']);
  });

  it('takes letters of any script, and signs that mean something in patterns', () => {
    const rows = [aRow('本番-管理'), aRow('münchen'), aRow('a(b)[c]*')];
    expect(names(rows, '本番')).toEqual(['本番-管理']);
    expect(names(rows, 'MÜN')).toEqual(['münchen']);
    expect(names(rows, '(b)[')).toEqual(['a(b)[c]*']);
    expect(names(rows, '\\')).toEqual([]);
    expect(names(rows, '***')).toEqual([]);
  });

  it('finds one among thousands by its account', () => {
    const rows = manyRows(12_000);
    const wanted = rows[7777];
    expect(names(rows, wanted?.name ?? '')[0]).toBe(wanted?.name);
  });
});

describe('search in an organisation', () => {
  const teams = ['payments', 'checkout', 'billing', 'data-platform', 'rollout'];
  const rows = ['dev', 'prod', 'staging'].flatMap((env, e) =>
    teams.flatMap((team, t) =>
      ['admin', 'deploy', 'poweruser', 'readonly'].map((role) =>
        aRow(`${env}-${team}/${role}`, { roleName: role, accountId: String(210034500000 + e * 7919 + t * 13) }),
      ),
    ),
  );
  const used = new Map([
    ['prod-payments/admin', 3],
    ['staging-billing/readonly', 2],
    ['dev-checkout/deploy', 1],
  ]);
  const top = (query: string, count = 1) => names(rows, query, used).slice(0, count);

  it.each([
    ['pay adm', 'prod-payments/admin'],
    ['adm pay', 'prod-payments/admin'],
    ['adm', 'prod-payments/admin'],
    ['pay', 'prod-payments/admin'],
    ['dev pay', 'dev-payments/admin'],
    ['read', 'staging-billing/readonly'],
    ['ro', 'dev-rollout/admin'],
    ['bil ro', 'staging-billing/readonly'],
    ['pay ro', 'dev-payments/readonly'],
    ['prod pay ro', 'prod-payments/readonly'],
    ['prod pay pu', 'prod-payments/poweruser'],
    ['ppa', 'prod-payments/admin'],
    ['ppr', 'prod-payments/readonly'],
    ['pdpd', 'prod-data-platform/deploy'],
    ['prpayadm', 'prod-payments/admin'],
    ['paymnets', 'prod-payments/admin'],
    ['prod paymnets adm', 'prod-payments/admin'],
    ['500013', 'dev-checkout/deploy'],
  ])('"%s" begins with %s', (query, expected) => expect(top(query)).toEqual([expected]));

  it('does not take the letters of one word for another', () => {
    expect(top('prod ro', 8).filter((name) => !name.includes('rollout'))).toEqual([
      'prod-billing/readonly',
      'prod-checkout/readonly',
      'prod-data-platform/readonly',
      'prod-payments/readonly',
    ]);
  });

  it('takes a short word as the beginnings of several only beside other words, or where no word begins with it', () => {
    expect(names(rows, 'pro', used).every((name) => name.startsWith('prod'))).toBe(true);
    const plain = rows.filter(({ name }) => !name.includes('rollout'));
    expect(names(plain, 'ro')[0]).toBe('dev-billing/readonly');
  });
});

describe('searchTerms', () => {
  it('is empty for blanks', () => expect(searchTerms('  \t ')).toEqual([]));
});

describe('find', () => {
  const rows = [aRow('a', { pinned: true }), aRow('b'), aRow('c')];

  it('puts headings between groups and counts rows without them', () => {
    const found = find(buildIndex(rows, none), '', none, plain);
    expect(lines(found).map((item) => (item.kind === 'heading' ? item.group : item.row.name))).toEqual([
      'pinned',
      'a',
      'others',
      'b',
      'c',
    ]);
    expect(found).toMatchObject({ headings: [0, 2], rowCount: 3 });
    expect(lines(found)[4]).toMatchObject({ position: 3 });
  });

  it('shows no heading in a search, nor for a single group', () => {
    const index = buildIndex(rows, none);
    expect(lines(find(index, 'a', none, plain)).every(({ kind }) => kind === 'row')).toBe(true);
    expect(lines(find(buildIndex(rows.slice(1), none), '', none, plain)).every(({ kind }) => kind === 'row')).toBe(
      true,
    );
  });
});
