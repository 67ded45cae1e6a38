import type { FailureKind } from '../failure.ts';
import type { Result } from '../result.ts';
import { type CodeClock, stepOf } from './code-step.ts';

/** A TOTP code is accepted for its 30-second step and the steps beside it; after this long the digits may come again. */
const REMEMBERED_MS = 120_000;

/** What is known of a code: it is on its way to AWS, AWS took it, or AWS refused it. */
export type CodeFate = 'sent' | 'taken' | 'refused';

interface Seen {
  readonly at: number;
  readonly localAt: number;
  readonly fate: CodeFate;
}

/** Remembers which codes went to AWS, per device. In memory: codes outlive a restart by seconds, and AWS refuses them then. */
export function rememberUsedCodes(clock: CodeClock) {
  const seen = new Map<string, Seen>();
  /** By this computer's clock: how far AWS's is ahead is often known only once it has answered. */
  const lastUse = new Map<string, number>();
  const key = (mfaSerial: string, code: string) => JSON.stringify([mfaSerial, code]);
  const isRecent = ({ at }: Seen) => Math.abs(clock.now() - at) < REMEMBERED_MS;

  return {
    fate(mfaSerial: string, code: string): CodeFate | undefined {
      const found = seen.get(key(mfaSerial, code));
      return found && isRecent(found) ? found.fate : undefined;
    },
    send(mfaSerial: string, code: string): void {
      for (const [old, entry] of seen) if (!isRecent(entry)) seen.delete(old);
      const at = clock.now();
      seen.set(key(mfaSerial, code), { at, localAt: clock.toLocal(at), fate: 'sent' });
    },
    /** What came of a code that was sent. One that AWS never looked at is as good as before. */
    settle(mfaSerial: string, code: string, result: Result<unknown>): void {
      const entry = seen.get(key(mfaSerial, code));
      if (!entry) return;
      if (!isSpent(result)) {
        seen.delete(key(mfaSerial, code));
        return;
      }
      const refused = !result.ok && result.failure.kind === 'mfa-wrong-code';
      seen.set(key(mfaSerial, code), { ...entry, fate: refused ? 'refused' : 'taken' });
      if (!refused) lastUse.set(mfaSerial, entry.localAt);
    },
    /** The code this device shows at the moment was, by the time of its use, used already. */
    isCurrentUsed(mfaSerial: string): boolean {
      const localAt = lastUse.get(mfaSerial);
      const aheadMs = clock.now() - clock.toLocal(clock.now());
      return localAt !== undefined && stepOf(localAt + aheadMs) === stepOf(clock.now());
    },
  };
}

/**
 * Failures that come before AWS looks at the code: it did not answer at all, or it turned the request away for its
 * signature or its number. Every other answer counts the code as used; to send one twice costs more than to wait.
 */
const unlooked: ReadonlySet<FailureKind> = new Set([
  'network',
  'timeout',
  'cancelled',
  'throttled',
  'clock-skew',
  'secret-wrong',
  'key-invalid',
]);

function isSpent(result: Result<unknown>): boolean {
  return result.ok || !unlooked.has(result.failure.kind);
}
