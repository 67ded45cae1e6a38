import type { SsoSessionRow } from '../core/contract.ts';
import { timeLeft } from '../core/time-left.ts';

/** The state of a sign-in in a few words. */
export function ssoStateText(row: SsoSessionRow, now: number): string {
  switch (row.state) {
    case 'signed-in': {
      const left = timeLeft(row.expiresAt ?? now, now);
      if (row.from === 'shared') return `signed in by the AWS CLI, ${left}`;
      return row.renews ? `signed in, ${left}, renewed by itself` : `signed in, ${left}`;
    }
    case 'renewable':
      return 'signed in, renewed when it is used';
    case 'signing-in':
      return 'waits for you to sign in';
    case 'signed-out':
      return row.wanted ? 'not signed in, and a tool waits for it' : 'not signed in';
  }
}
