import type { SandboxClock } from '../../e2e/sandbox/state/clock.ts';
import type { Clock } from '../../electron/core/ports.ts';

/**
 * A clock that runs with the sandbox's, and jumps to the next timer whenever
 * nothing but a timer is waited for: minutes of pacing pass in seconds, in the
 * same order. `watched` tells it what else is waited for.
 */
export function createVirtualTime(sandboxClock: SandboxClock) {
  const timers = new Set<{ readonly at: number; readonly run: () => void }>();
  let underWay = 0;
  let isScheduled = false;

  function schedule(): void {
    if (isScheduled || timers.size === 0) return;
    isScheduled = true;
    setImmediate(() => {
      isScheduled = false;
      const now = sandboxClock.now();
      const [next] = [...timers].sort((a, b) => a.at - b.at);
      if (!next) return;
      if (next.at > now) {
        if (underWay > 0) return;
        sandboxClock.advance(next.at - now);
      }
      timers.delete(next);
      next.run();
      schedule();
    });
  }

  const clock: Clock = {
    now: sandboxClock.now,
    steadyMs: sandboxClock.now,
    after(delayMs, run) {
      const timer = { at: sandboxClock.now() + delayMs, run };
      timers.add(timer);
      schedule();
      return () => timers.delete(timer);
    },
  };

  /** The same function, known to be waited for while it runs. */
  function watched<A extends unknown[], R>(work: (...args: A) => Promise<R>): (...args: A) => Promise<R> {
    return async (...args) => {
      underWay += 1;
      try {
        return await work(...args);
      } finally {
        underWay -= 1;
        schedule();
      }
    };
  }
  return { clock, watched };
}
