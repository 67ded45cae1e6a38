import { uptime } from 'node:os';
import type { Clock } from '../core/ports.ts';

/** Node caps timers at 2^31 − 1 ms and fires longer ones at once. */
const longestTimerMs = 2_147_483_647;

/**
 * The computer's clocks. Timers do not keep a process alive, and do not run on
 * while the computer sleeps. The steady clock is the system's uptime, since it
 * counts sleep on every system, where `performance.now()` does not on Linux.
 */
export function createClock(): Clock {
  return {
    now: () => Date.now(),
    steadyMs: () => uptime() * 1000,
    after(delayMs, callback) {
      const timer = setTimeout(callback, Math.min(Math.max(delayMs, 0), longestTimerMs));
      timer.unref();
      return () => clearTimeout(timer);
    },
  };
}
