import type { Failure } from '../../failure.ts';
import type { Clock, Stop } from '../../ports.ts';
import { failed, ok, type Result } from '../../result.ts';
import { createAbort } from '../../sessions/shared-work.ts';
import { ssoFailures } from '../sso-failures.ts';
import type { SsoSession } from '../sso-session.ts';
import { isComplete, type Organisation, type OrganisationStore } from './organisation.ts';
import { type ReadingParts, readOrganisation } from './read-organisation.ts';

/** How often what was read is put on disk: what a kill may cost. */
const KEEP_EVERY_MS = 2_000;
/** How often the windows are told: a person sees no more. */
const TELL_EVERY_MS = 100;
/** A reading that was broken off longer ago starts anew: people and roles change. */
const RESUME_WITHIN_MS = 12 * 3_600_000;
/** What was read completely is used again for so long. */
const RECENT_MS = 15 * 60_000;

export interface ReadingProgress {
  readonly session: string;
  readonly state: 'reading' | 'stopped' | 'failed' | 'read';
  /** Of the accounts, once they are known. */
  readonly accounts: number;
  readonly accountsRead: number;
  readonly roles: number;
  readonly startedAt: number;
  readonly readAt?: number | undefined;
  readonly failure?: Failure | undefined;
}

/** Readings of organisations, one per session at a time. Each can be stopped, and goes on where it was, also after a kill. */
export function createReadings(parts: ReadingParts & { readonly clock: Clock; readonly store: OrganisationStore }) {
  const { clock, store } = parts;
  const running = new Map<string, { readonly stop: () => void; readonly result: Promise<Result<Organisation>> }>();
  const shown = new Map<string, ReadingProgress>();
  const listeners = new Set<(progress: ReadingProgress) => void>();

  function show(progress: ReadingProgress): void {
    shown.set(progress.session, progress);
    for (const listener of listeners) listener(progress);
  }

  async function read(
    session: SsoSession,
    anew: boolean,
    stopped: ReturnType<typeof createAbort>,
  ): Promise<Result<Organisation>> {
    const startedAt = clock.now();
    const common = { session: session.name, startedAt };
    show({ ...common, state: 'reading', accounts: 0, accountsRead: 0, roles: 0 });
    const kept = anew ? undefined : await store.load(session.name);
    if (kept && isRecent(kept, session, startedAt)) {
      show({ ...common, state: 'read', readAt: kept.readAt, ...counts(kept) });
      return ok(kept);
    }
    let latest: Organisation | undefined = kept && canGoOn(kept, session, clock.now()) ? kept : undefined;
    let keptAtMs = clock.steadyMs();
    let toldAtMs = Number.NEGATIVE_INFINITY;
    const result = await readOrganisation(parts, session, latest, stopped.signal, (organisation) => {
      latest = organisation;
      const now = clock.steadyMs();
      if (now - toldAtMs >= TELL_EVERY_MS) {
        toldAtMs = now;
        show({ ...common, state: 'reading', ...counts(organisation) });
      }
      if (now - keptAtMs >= KEEP_EVERY_MS) {
        keptAtMs = now;
        void store.save(organisation);
      }
    });
    const final = result.ok ? result.value : latest;
    if (final) await store.save(final);
    const ended = { ...common, ...(final ? counts(final) : { accounts: 0, accountsRead: 0, roles: 0 }) };
    if (result.ok) show({ ...ended, state: 'read', readAt: result.value.readAt });
    else if (result.failure.kind === 'cancelled') show({ ...ended, state: 'stopped' });
    else show({ ...ended, state: 'failed', failure: result.failure });
    return result;
  }

  return {
    /** Starts one, or joins the one under way. `anew`: whatever was read before, just now or in parts. */
    start(session: SsoSession, anew: boolean): Promise<Result<Organisation>> {
      const under = running.get(session.name);
      if (under) return under.result;
      const stopped = createAbort();
      const result = Promise.resolve()
        .then(() => read(session, anew, stopped))
        .finally(() => running.delete(session.name));
      running.set(session.name, { stop: stopped.abort, result });
      return result;
    },
    stop: (name: string): void => running.get(name)?.stop(),
    stopAll(): void {
      for (const { stop } of running.values()) stop();
    },
    underWay: (session: SsoSession) => running.get(session.name)?.result,
    progress: (name: string): ReadingProgress | undefined => shown.get(name),
    /** What was read completely, now or in an earlier run. */
    async organisation(session: SsoSession): Promise<Result<Organisation>> {
      const kept = await store.load(session.name);
      const good = kept && isOf(kept, session) && isComplete(kept) ? kept : undefined;
      return good ? ok(good) : failed(ssoFailures.notRead(session));
    },
    forget: (session: SsoSession): Promise<void> => store.remove(session.name),
    onChange(listener: (progress: ReadingProgress) => void): Stop {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export type Readings = ReturnType<typeof createReadings>;

const isOf = (kept: Organisation, { startUrl, region }: SsoSession) =>
  kept.startUrl === startUrl && kept.region === region;

/** Broken off not long ago, in the same place, and not at its end. */
function canGoOn(kept: Organisation, session: SsoSession, now: number): boolean {
  return isOf(kept, session) && !isComplete(kept) && now - kept.readAt < RESUME_WITHIN_MS && kept.readAt <= now;
}

/** Complete, and of just now: a look at the changes and the writing of them need no two readings. */
function isRecent(kept: Organisation, session: SsoSession, now: number): boolean {
  return isOf(kept, session) && isComplete(kept) && now - kept.readAt < RECENT_MS && kept.readAt <= now;
}

function counts({ accounts }: Organisation): Pick<ReadingProgress, 'accounts' | 'accountsRead' | 'roles'> {
  let accountsRead = 0;
  let roles = 0;
  for (const account of accounts) {
    if (!account.roles) continue;
    accountsRead += 1;
    roles += account.roles.length;
  }
  return { accounts: accounts.length, accountsRead, roles };
}
