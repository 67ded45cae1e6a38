import type { Catalog, ProfileRow, Sessions } from '../core/contract.ts';
import type { SessionState } from '../core/session.ts';
import { nextChangeMs } from '../core/time-left.ts';

/** All that the tray shows is made of this. */
export interface TrayState {
  readonly catalog: Catalog;
  readonly sessions: Sessions;
  /** A question (a code) waits for the person. */
  readonly questionWaits: boolean;
  /** Nothing is served until the person unlocks. */
  readonly locked: boolean;
}

const inactive: SessionState = { state: 'inactive' };

export function sessionOf({ sessions }: TrayState, profile: string): SessionState {
  return Object.hasOwn(sessions.byProfile, profile) ? (sessions.byProfile[profile] ?? inactive) : inactive;
}

/** The active profile and its session, when there is one. */
export function activeSession(state: TrayState): { profile: string; session: SessionState } | undefined {
  const profile = state.sessions.activeProfile;
  return profile === null ? undefined : { profile, session: sessionOf(state, profile) };
}

/** Profiles with a session, the active one among them. */
export function openSessions({ sessions }: TrayState): string[] {
  return Object.keys(sessions.byProfile).filter((name) => sessions.byProfile[name]?.state === 'active');
}

/** The most that a glance takes in. */
export const MENU_LIMIT = 10;

/** What the menu may show of the rows, whatever the sessions are: never more than a few of thousands. */
interface Near {
  readonly pinned: readonly ProfileRow[];
  /** The newest use first. */
  readonly recent: readonly ProfileRow[];
  /** Roles before users: a tray is for switching roles. */
  readonly others: readonly ProfileRow[];
}

// Sessions change far more often than the files, and the catalogue of the same files is the same object.
const nearIn = new WeakMap<Catalog, Near>();

function nearOf(catalog: Catalog): Near {
  const near = nearIn.get(catalog) ?? readNear(catalog);
  nearIn.set(catalog, near);
  return near;
}

function readNear({ rows }: Catalog): Near {
  const pinned: ProfileRow[] = [];
  const recent: ProfileRow[] = [];
  const roles: ProfileRow[] = [];
  const users: ProfileRow[] = [];
  for (const row of rows) {
    if (!isUsable(row)) continue;
    if (row.pinned) pinned.push(row);
    if (row.lastUsedAt !== undefined) recent.push(row);
    const others = row.kind === 'user' ? users : roles;
    if (others.length < MENU_LIMIT) others.push(row);
  }
  recent.sort((a, b) => (b.lastUsedAt ?? 0) - (a.lastUsedAt ?? 0));
  return { pinned, recent, others: [...roles, ...users] };
}

const isUsable = (row: ProfileRow) => row.failure === undefined && row.kind !== 'other';

/** The row of the active profile, if the files have it. */
export function activeRow({ catalog, sessions }: TrayState): ProfileRow | undefined {
  const { activeProfile } = sessions;
  if (activeProfile === null) return undefined;
  const isActive = ({ name }: ProfileRow) => name === activeProfile;
  // What is active was used, as a rule.
  return nearOf(catalog).recent.find(isActive) ?? catalog.rows.find(isActive);
}

/**
 * The profiles that are one click away: the active one, the pinned ones, then
 * the recently used, then as many of the others as there is room for, so that
 * the menu is of use on the first day. Pins are never left out.
 */
export function menuRows(state: TrayState): ProfileRow[] {
  const { pinned, recent, others } = nearOf(state.catalog);
  const known = activeRow(state);
  const active = known && isUsable(known) ? known : undefined;
  const rows = [...new Set([...pinned, ...(active ? [active] : []), ...recent, ...others])];
  return rows.slice(0, Math.max(MENU_LIMIT, pinned.length));
}

/** Milliseconds until the passing of time alone changes what the tray shows; `undefined` when it never will. */
export function nextTrayChangeMs(state: TrayState, now: number): number | undefined {
  const shown = new Set(menuRows(state).map((row) => row.name));
  if (state.sessions.activeProfile !== null) shown.add(state.sessions.activeProfile);
  const delays = [...shown].flatMap((name) => {
    const session = sessionOf(state, name);
    const delayMs = session.state === 'active' ? nextChangeMs(session.expiresAt, now) : undefined;
    return delayMs === undefined ? [] : [delayMs];
  });
  return delays.length === 0 ? undefined : Math.min(...delays);
}
