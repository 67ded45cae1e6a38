import { describe, expect, it } from 'vitest';
import { createFakeClock } from './fakes/fake-clock.ts';
import { createFakeSettings } from './fakes/fake-settings.ts';
import { createRecentUses, type RecentUse, rankOf, withUse } from './recent-uses.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const now = Date.UTC(2026, 2, 12, 9);

/** Names in the order of their rank, after uses at these times before now. */
function order(uses: Readonly<Record<string, readonly number[]>>): string[] {
  const all = Object.entries(uses).flatMap(([profile, ago]) => ago.map((each) => ({ profile, at: now - each })));
  const recents = all
    .sort((a, b) => a.at - b.at)
    .reduce<RecentUse[]>((made, use) => withUse(made, use.profile, use.at), []);
  return [...recents].sort((a, b) => rankOf(b) - rankOf(a)).map(({ profile }) => profile);
}

const days = (...ago: number[]) => ago.map((each) => each * DAY);

describe('the order of what was used', () => {
  it('is the newest first among what was used once', () =>
    expect(order({ old: days(9), new: [HOUR], older: days(30) })).toEqual(['new', 'old', 'older']));

  it('puts the role of every day before the one that was tried this morning', () =>
    expect(order({ daily: days(1, 2, 3, 4).map((ago) => ago - 8 * HOUR), tried: [HOUR] })).toEqual(['daily', 'tried']));

  it('lets two uses today overtake a habit that ended last week', () =>
    expect(order({ habit: days(7, 8, 9, 10, 11), today: [HOUR, 2 * HOUR] })).toEqual(['today', 'habit']));

  it('forgets a busy day within a few days', () =>
    expect(order({ busy: days(5, 5, 5, 5, 5, 5, 5, 5), once: [HOUR] })).toEqual(['once', 'busy']));
});

describe('what is kept', () => {
  it('begins with the newest, and takes a settings file without ranks', () => {
    const before = [
      { profile: 'a', usedAt: now - HOUR },
      { profile: 'b', usedAt: now - DAY },
    ];
    const after = withUse(before, 'b', now);
    expect(after.map(({ profile, usedAt }) => [profile, usedAt])).toEqual([
      ['b', now],
      ['a', now - HOUR],
    ]);
    // Half a use of yesterday and one of now.
    expect(after[0]?.rankAt).toBe(Math.round(now + DAY * Math.log2(1.5)));
  });

  it('is no more than fifty: the least used goes, never the one in use', () => {
    let recents: RecentUse[] = [];
    for (let at = 0; at < 50; at += 1) recents = withUse(recents, `p${at}`, now - (50 - at) * HOUR);
    for (const ago of [3, 2, 1]) recents = withUse(recents, 'p0', now - ago * HOUR);
    recents = withUse(recents, 'new', now);
    expect(recents).toHaveLength(50);
    expect(recents[0]?.profile).toBe('new');
    expect(recents.map(({ profile }) => profile)).toContain('p0');
    expect(recents.map(({ profile }) => profile)).not.toContain('p1');
  });

  it('survives a clock that was years ahead', () => {
    const wrong = withUse([], 'a', now + 4000 * DAY);
    const after = withUse(withUse(wrong, 'a', now), 'b', now + 1);
    for (const use of after) expect(Number.isFinite(use.rankAt)).toBe(true);
    expect(after.find(({ profile }) => profile === 'a')?.usedAt).toBe(now);
    expect(rankOf(after[1] as RecentUse)).toBeLessThan(now + 11 * DAY);
  });
});

it('writes nothing down for a second try within a minute', async () => {
  const clock = createFakeClock();
  let writes = 0;
  const fake = createFakeSettings();
  const settings = {
    ...fake,
    update: (change: Parameters<typeof fake.update>[0]) => {
      writes += 1;
      return fake.update(change);
    },
  };
  const uses = createRecentUses({ settings, catalog: { rebuild: () => undefined }, clock });
  await uses.add('a');
  await clock.advance(59_000);
  await uses.add('a');
  expect(writes).toBe(1);
  await uses.add('b');
  await uses.add('a');
  expect(writes).toBe(3);
  expect(settings.get().recents.map(({ profile }) => profile)).toEqual(['a', 'b']);
});

describe('what became the active role', () => {
  it('is known by its time, which other uses leave as it is', () => {
    const switched = withUse([], 'a', now - HOUR, 'switch');
    expect(withUse(switched, 'a', now)).toMatchObject([{ profile: 'a', usedAt: now, switchedAt: now - HOUR }]);
    expect(withUse(switched, 'b', now)[0]).not.toHaveProperty('switchedAt');
  });

  it('is taken down even when its console was opened a moment before', async () => {
    const settings = createFakeSettings();
    const clock = createFakeClock(now);
    const uses = createRecentUses({ settings, clock, catalog: { rebuild: () => undefined } });
    await uses.add('a');
    await clock.advance(1000);
    await uses.addSwitch('a');
    expect(settings.get().recents).toMatchObject([{ profile: 'a', switchedAt: now + 1000 }]);
  });
});
