import type { CatalogStore } from './catalog.ts';
import type { Clock, SettingsStore } from './ports.ts';
import type { Settings } from './settings.ts';

export type RecentUse = Settings['recents'][number];
/** A switch makes the profile the active role; a console, a terminal or a copy does not. */
type Kind = 'switch' | 'other';

/** After that long a use counts half. */
const HALF_LIFE_MS = 24 * 3_600_000;
/** No habit counts for more than 2¹⁰ uses now: a clock that was wrong must not put a profile first for ever. */
const MOST_AHEAD_MS = 10 * HALF_LIFE_MS;
/** A second try is not a second use. */
const SAME_USE_MS = 60_000;
const KEPT = 50;

/** Where a use stands among the others. */
export const rankOf = ({ usedAt, rankAt }: RecentUse): number => rankAt ?? usedAt;

/**
 * The uses with one more, newest first; the least used goes when there are too
 * many. A profile's rank is the moment at which one single use would count as
 * much as all of its uses do, so that ranks compare without asking what time it
 * is: used once, it is that use; used again at once, it is a half-life later.
 */
export function withUse(
  recents: readonly RecentUse[],
  profile: string,
  now: number,
  kind: Kind = 'other',
): RecentUse[] {
  const latest = now + MOST_AHEAD_MS;
  const known = recents.map((use) => ({
    profile: use.profile,
    usedAt: Math.min(use.usedAt, now),
    rankAt: Math.min(rankOf(use), latest),
    ...(use.switchedAt !== undefined && { switchedAt: Math.min(use.switchedAt, now) }),
  }));
  const before = known.find((use) => use.profile === profile);
  const others = known.filter((use) => use !== before);
  if (others.length >= KEPT) {
    const lowest = others.reduce((low, use) => (use.rankAt < low.rankAt ? use : low));
    others.splice(others.indexOf(lowest), 1);
  }
  const earlierUses = before ? 2 ** ((before.rankAt - now) / HALF_LIFE_MS) : 0;
  const rankAt = Math.round(now + HALF_LIFE_MS * Math.log2(1 + earlierUses));
  const switchedAt = kind === 'switch' ? now : before?.switchedAt;
  return [{ profile, usedAt: now, rankAt, ...(switchedAt !== undefined && { switchedAt }) }, ...others];
}

/** Takes down which profiles a person uses. What a tool asks for is no use: it may ask a thousand times a day. */
export function createRecentUses(parts: {
  readonly settings: SettingsStore;
  readonly catalog: Pick<CatalogStore, 'rebuild'>;
  readonly clock: Clock;
}) {
  const { settings, catalog, clock } = parts;

  async function add(profile: string, kind: Kind): Promise<void> {
    const now = clock.now();
    const [last] = settings.get().recents;
    const before = kind === 'switch' ? last?.switchedAt : last?.usedAt;
    if (last?.profile === profile && before !== undefined && Math.abs(now - before) < SAME_USE_MS) return;
    await settings.update((all) => ({ ...all, recents: withUse(all.recents, profile, now, kind) }));
    catalog.rebuild();
  }

  // Not to be waited for: that it could not be kept is no reason to fail.
  return {
    /** It became the active role. */
    addSwitch: (profile: string): Promise<void> => add(profile, 'switch'),
    /** It was used beside the active role. */
    add: (profile: string): Promise<void> => add(profile, 'other'),
  };
}

export type RecentUses = ReturnType<typeof createRecentUses>;
