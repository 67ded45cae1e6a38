import type { Clock } from '../core/ports.ts';

/** Node caps timers at 2^31 − 1 ms and fires longer ones at once. */
const longestTimerMs = 2_147_483_647;

/** The computer's clock. Its timers do not keep a process alive. */
export function createClock(): Clock {
  return {
    now: () => Date.now(),
    after(delayMs, callback) {
      const timer = setTimeout(callback, Math.min(Math.max(delayMs, 0), longestTimerMs));
      timer.unref();
      return () => clearTimeout(timer);
    },
  };
}
