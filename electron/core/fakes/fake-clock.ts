import type { Clock, Stop } from '../ports.ts';

export interface FakeClock extends Clock {
  /** Time passes for all: timers that fall due run in order of their time. */
  advance(ms: number): void;
  /** The computer sleeps: both clocks go on, no timer runs. What fell due runs with the next `advance`. */
  sleep(ms: number): void;
  /** Somebody sets the wall clock; negative goes back. Nothing else notices. */
  set(byMs: number): void;
  /** A virtual machine stands still: the wall clock is put right afterwards, the steady one never learns of it. */
  standStill(ms: number): void;
  /** The time as it is everywhere else, AWS included: nobody sets it. */
  trueNow(): number;
  /** Timers that wait. */
  pending(): number;
}

/** A clock that stands still until a test moves it. */
export function createFakeClock(startAt = Date.UTC(2026, 0, 1)): FakeClock {
  let trueAt = startAt;
  let setByMs = 0;
  let steadyMs = 1_000_000;
  /** What timers go by: it does not count sleep. */
  let awakeMs = 0;
  const timers = new Set<{ dueMs: number; callback: () => void }>();
  const pass = (ms: number) => {
    awakeMs += ms;
    trueAt += ms;
    steadyMs += ms;
  };
  return {
    now: () => trueAt + setByMs,
    trueNow: () => trueAt,
    steadyMs: () => steadyMs,
    after(delayMs, callback): Stop {
      const timer = { dueMs: awakeMs + Math.max(0, delayMs), callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance(ms) {
      const endMs = awakeMs + ms;
      for (;;) {
        const due = [...timers].filter((timer) => timer.dueMs <= endMs).sort((a, b) => a.dueMs - b.dueMs)[0];
        if (!due) break;
        timers.delete(due);
        pass(Math.max(0, due.dueMs - awakeMs));
        due.callback();
      }
      pass(Math.max(0, endMs - awakeMs));
    },
    sleep(ms) {
      trueAt += ms;
      steadyMs += ms;
    },
    set(byMs) {
      setByMs += byMs;
    },
    standStill(ms) {
      trueAt += ms;
    },
    pending: () => timers.size,
  };
}
