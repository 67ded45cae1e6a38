import type { Failure } from '../../electron/core/failure.ts';
import type { SessionState } from '../../electron/core/session.ts';
import { text } from '../text.ts';
import { EXPIRING_MS, spokenTimeLeft, timeAgo, timeLeft } from './time-left.ts';

/** The shapes of the state mark. A session under five minutes is `expiring` before it is anything else. */
export type Mark = 'inactive' | 'requesting' | 'active' | 'expiring' | 'ended' | 'failed';

/** What a surface shows of a session at one moment. */
export interface SessionView {
  readonly mark: Mark;
  /** At the right of the row; empty when there is nothing to say. */
  readonly label: string;
  /** The state in words, for an accessible name; empty when inactive. */
  readonly spoken: string;
  /** Share of the session's time that is left, 0 to 1. */
  readonly left: number;
  /** It changes with time, so the clock must run. */
  readonly ticks: boolean;
  readonly failure?: Failure;
}

const INACTIVE: SessionView = { mark: 'inactive', label: '', spoken: '', left: 0, ticks: false };
/** Only a wait that is felt is counted. */
const FELT_WAIT_MS = 5000;

/** `signedOut`: nobody is signed in where its chain starts, so that using it begins with that. */
export function viewSession(session: SessionState | undefined, now: number, signedOut = false): SessionView {
  const resting = signedOut ? ended(text.state.needsSignIn, false) : INACTIVE;
  if (!session) return resting;
  switch (session.state) {
    case 'inactive':
      return resting;
    case 'requesting': {
      const waitedMs = Math.max(0, now - session.sinceAt);
      const waiting = text.waitingFor[session.waitingFor];
      const label =
        waitedMs < FELT_WAIT_MS
          ? `${waiting}…`
          : text.waited(waiting, seconds(waitedMs), session.untilAt && seconds(session.untilAt - session.sinceAt));
      return { mark: 'requesting', label, spoken: waiting.toLowerCase(), left: 0, ticks: true };
    }
    case 'active': {
      const leftMs = session.expiresAt - now;
      if (leftMs <= 0) return ended(text.state.expired, false);
      return {
        mark: leftMs < EXPIRING_MS ? 'expiring' : 'active',
        label: timeLeft(leftMs),
        spoken: `${text.state.active}, ${spokenTimeLeft(leftMs)}`,
        left: Math.min(1, leftMs / Math.max(1, session.expiresAt - session.startedAt)),
        ticks: true,
      };
    }
    case 'expired':
      if (signedOut) return resting;
      return ended(text.state.expired, false, timeAgo(now - session.expiredAt));
    case 'signed-out':
      return ended(text.state.signedOut, false);
    case 'failed':
      if (needsSignIn(session)) return ended(text.state.needsSignIn, false);
      return {
        mark: 'failed',
        label: text.state.failed,
        spoken: text.state.failedWith(session.failure.message),
        left: 0,
        ticks: false,
        failure: session.failure,
      };
  }
}

/** It failed because nobody is signed in: Enter puts that right, and says so itself. */
function needsSignIn(session: SessionState | undefined): boolean {
  return session?.state === 'failed' && session.failure.kind === 'sign-in-needed';
}

function seconds(ms: number): number {
  return Math.floor(ms / 1000);
}

function ended(label: string, ticks: boolean, ago?: string): SessionView {
  return { mark: 'ended', label, spoken: [label.toLowerCase(), ago].filter(Boolean).join(' '), left: 0, ticks };
}

/** There is something to sign out of, or a request to give up. */
export function canSignOut(session: SessionState | undefined): boolean {
  return session?.state === 'active' || session?.state === 'requesting' || session?.state === 'expired';
}
