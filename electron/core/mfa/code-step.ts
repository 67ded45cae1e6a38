import type { AwsClock } from '../time/aws-clock.ts';

/** Authenticators show a new code every 30 seconds, at the full and the half minute. @see RFC 6238, section 5.2 */
const CODE_STEP_MS = 30_000;

/** Codes go by AWS's time: a computer whose clock is off makes them as well as any. */
export type CodeClock = Pick<AwsClock, 'now' | 'at' | 'toLocal'>;

/** When the device shows its next code; both in epoch milliseconds. */
export function nextCodeAt(nowMs: number): number {
  return stepOf(nowMs) * CODE_STEP_MS + CODE_STEP_MS;
}

/** The number of the step a moment is in. */
export function stepOf(nowMs: number): number {
  return Math.floor(nowMs / CODE_STEP_MS);
}
