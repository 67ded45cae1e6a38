import type { Reading, SsoSessionRow } from '../../electron/core/contract.ts';
import { text } from '../text.ts';
import type { Mark } from './session-view.ts';
import { timeLeft } from './time-left.ts';

/** A sign-in lasts a working day at most: what the ring of its mark is full of. */
const WHOLE_MS = 8 * 3_600_000;

/** What a surface shows of a sign-in at one moment. */
export function viewSignIn(row: SsoSessionRow, now: number): { mark: Mark; left: number; label: string } {
  const words = text.identityCenter.state;
  switch (row.state) {
    case 'signing-in':
      return { mark: 'requesting', left: 0, label: words.signingIn };
    case 'signed-out':
      return { mark: 'inactive', left: 0, label: row.wanted ? words.wanted : words.signedOut };
    case 'renewable':
      return { mark: 'active', left: 1, label: words.renewable };
    case 'signed-in': {
      const leftMs = Math.max(0, (row.expiresAt ?? now) - now);
      const left = timeLeft(leftMs);
      const label = row.from === 'shared' ? words.shared(left) : row.renews ? words.renews(left) : words.signedIn(left);
      return { mark: 'active', left: row.renews ? 1 : Math.min(1, leftMs / WHOLE_MS), label };
    }
  }
}

/** How much of an organisation is read, 0 to 1. */
export function shareOf(reading: Pick<Reading, 'accounts' | 'accountsRead'> | undefined): number {
  return reading && reading.accounts > 0 ? reading.accountsRead / reading.accounts : 0;
}
