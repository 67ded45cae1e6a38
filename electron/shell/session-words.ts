import { assertNever } from '../core/assert-never.ts';
import type { SessionState } from '../core/session.ts';
import { timeLeft } from '../core/time-left.ts';
import { text } from './text.ts';

/** A session in a few words, for menu and tooltip; empty when there is nothing to say. */
export function sessionWords(session: SessionState, now: number): string {
  switch (session.state) {
    case 'inactive':
    case 'signed-out':
      return '';
    case 'requesting':
      return text.session.requesting[session.waitingFor];
    case 'active':
      return timeLeft(session.expiresAt, now);
    case 'expired':
      return text.session.expired;
    case 'failed':
      return text.session.failed;
    default:
      return assertNever(session);
  }
}
