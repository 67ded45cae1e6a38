import { assertNever } from '../core/assert-never.ts';
import type { SessionState } from '../core/session.ts';
import { timeLeft } from '../core/time-left.ts';

/** A session in a few words, for menu and tooltip; empty when there is nothing to say. */
export function sessionWords(session: SessionState, now: number): string {
  switch (session.state) {
    case 'inactive':
    case 'signed-out':
      return '';
    case 'requesting':
      return requestingWords[session.waitingFor];
    case 'active':
      return timeLeft(session.expiresAt, now);
    case 'expired':
      return 'expired';
    case 'failed':
      return 'failed';
    default:
      return assertNever(session);
  }
}

const requestingWords = {
  keychain: 'waits for the keychain',
  aws: 'waits for AWS',
  code: 'waits for an MFA code',
  'next-code': 'waits for the next MFA code',
  'mfa-process': 'waits for its command for MFA codes',
  'sign-in': 'waits for a sign-in',
} as const;
