import type { Failure } from '../failure.ts';
import type { Stop } from '../ports.ts';
import type { Result } from '../result.ts';
import type { AwsClock } from '../time/aws-clock.ts';
import type { Session } from './broker.ts';
import { spareMs } from './session-cache.ts';

/** Told once per session: it will end, and a new one needs a person. */
export interface EndingSession {
  readonly profile: string;
  /** Epoch milliseconds by AWS's clock. */
  readonly expiresAt: number;
  /** Why it was not renewed by itself, when it could have been. */
  readonly failure?: Failure | undefined;
}

/** A renewal starts up to this share of the session's life early, so that many sessions do not all renew at once. */
const JITTER_SHARE = 1 / 20;
const MINUTE_MS = 60_000;
/** Between two tries of a renewal that failed: doubled each time, up to the longest. */
const FIRST_RETRY_MS = 15_000;
const LONGEST_RETRY_MS = 5 * MINUTE_MS;
/** A notice is for the last part of a session's life, however short that is. */
const NOTICE_SHARE = 1 / 3;

interface Watched {
  readonly startedAt: number;
  readonly expiresAt: number;
  /** When it is looked at first. */
  readonly dueAt: number;
  /** Somebody asked for this very session: one that nobody used is not renewed again. */
  used: boolean;
  noticed: boolean;
  failures: number;
  lastFailure?: Failure | undefined;
  stop: Stop;
  /** Takes the announcement back: what it says is no longer so. */
  withdraw: Stop;
}

/**
 * Keeps the sessions in use alive: the active profile's, and those that were
 * served. One that needs no person is renewed ahead of the moment from which
 * tools want a newer one; one that does is announced in time, once. Each session
 * has one timer and one renewal at a time, whatever its length.
 */
export function createUpkeep(parts: {
  readonly awsClock: Pick<AwsClock, 'now' | 'at'>;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly isActive: (profile: string) => boolean;
  /** Nothing is renewed or announced for now: `resume` makes up for it. */
  readonly isHeld: () => boolean;
  readonly needsPerson: (profile: string) => boolean;
  readonly renew: (profile: string) => Promise<Result<Session>>;
  /** How long before its end a session is announced; 0 for never. */
  readonly noticeMinutes: () => number;
  readonly announce: (session: EndingSession) => Stop;
}) {
  const { awsClock, random } = parts;
  const watched = new Map<string, Watched>();
  const renewing = new Set<string>();

  function served(profile: string, { startedAt, credentials }: Session): void {
    const { expiresAt } = credentials;
    const before = watched.get(profile);
    if (before?.expiresAt === expiresAt) {
      const wasLeft = !before.used && awsClock.now() >= before.dueAt;
      before.used = true;
      // What nobody asked for was left to end; asked for again, it is looked after again.
      if (wasLeft) look(profile, before);
      return;
    }
    if (before) letGo(before);
    const lifeMs = expiresAt - startedAt;
    const mine: Watched = {
      startedAt,
      expiresAt,
      dueAt: expiresAt - spareMs(lifeMs) - random() * lifeMs * JITTER_SHARE,
      // The renewal's own session counts as used only when somebody asks for it.
      used: !renewing.has(profile),
      noticed: false,
      failures: 0,
      stop: nothing,
      withdraw: nothing,
    };
    watched.set(profile, mine);
    lookAt(profile, mine, mine.dueAt);
  }

  function lookAt(profile: string, mine: Watched, at: number): void {
    mine.stop();
    mine.stop = awsClock.at(at, () => look(profile, mine));
  }

  function look(profile: string, mine: Watched): void {
    const isInUse = mine.used || parts.isActive(profile);
    if (watched.get(profile) !== mine || !isInUse || parts.isHeld() || renewing.has(profile)) return;
    if (!parts.needsPerson(profile)) void renew(profile, mine);
    else noticeInTime(profile, mine);
  }

  async function renew(profile: string, mine: Watched): Promise<void> {
    renewing.add(profile);
    const renewed = await parts.renew(profile).finally(() => renewing.delete(profile));
    if (renewed.ok || watched.get(profile) !== mine) return;
    mine.failures += 1;
    mine.lastFailure = renewed.failure;
    const pauseMs = Math.min(FIRST_RETRY_MS * 2 ** (mine.failures - 1), LONGEST_RETRY_MS);
    noticeInTime(profile, mine, awsClock.now() + pauseMs * (1 + random() / 2));
  }

  /** Announces the end when it is time for that; before, looks again then, or at `nextAt` if that is earlier. */
  function noticeInTime(profile: string, mine: Watched, nextAt = Number.POSITIVE_INFINITY): void {
    const now = awsClock.now();
    const noticeMs = Math.min(parts.noticeMinutes() * MINUTE_MS, (mine.expiresAt - mine.startedAt) * NOTICE_SHARE);
    const noticeAt = noticeMs > 0 ? mine.expiresAt - noticeMs : Number.POSITIVE_INFINITY;
    if (now >= noticeAt && !mine.noticed) {
      mine.noticed = true;
      mine.withdraw = parts.announce({ profile, expiresAt: mine.expiresAt, failure: mine.lastFailure });
    }
    const next = Math.min(nextAt, mine.noticed ? Number.POSITIVE_INFINITY : noticeAt);
    if (next < mine.expiresAt) lookAt(profile, mine, next);
  }

  function gone(profile?: string): void {
    for (const [name, mine] of [...watched]) {
      if (profile !== undefined && name !== profile) continue;
      letGo(mine);
      watched.delete(name);
    }
  }

  return {
    served,
    gone,
    /** Takes back what was announced: a notification names profiles, and stays on screen. */
    hush(): void {
      for (const mine of watched.values()) mine.withdraw();
    },
    /** Makes up for what was held back. */
    resume(): void {
      for (const [profile, mine] of [...watched]) if (awsClock.now() >= mine.dueAt) look(profile, mine);
    },
  };
}

const nothing: Stop = () => undefined;

function letGo(watched: Watched): void {
  watched.stop();
  watched.withdraw();
}

export type Upkeep = ReturnType<typeof createUpkeep>;
