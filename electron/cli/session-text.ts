import { assertNever } from '../core/assert-never.ts';
import type { SessionState } from '../core/session.ts';
import { timeLeft } from '../core/time-left.ts';

/** A session in a few words. */
export function sessionText(session: SessionState | undefined, now: number): string {
  switch (session?.state) {
    case undefined:
    case 'inactive':
      return '';
    case 'requesting':
      return `waits for ${waits[session.waitingFor]}`;
    case 'active':
      return timeLeft(session.expiresAt, now);
    case 'expired':
      return 'expired';
    case 'signed-out':
      return 'signed out';
    case 'failed':
      return 'failed';
    default:
      return assertNever(session);
  }
}

const waits = {
  keychain: 'the keychain',
  aws: 'AWS',
  code: 'an MFA code',
  'next-code': 'the next MFA code',
  'mfa-process': 'its command for MFA codes',
  'sign-in': 'a sign-in',
} as const;
