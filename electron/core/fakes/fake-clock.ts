import type { Clock, Stop } from '../ports.ts';

/** A clock that stands still until a test moves it. Timers that fall due run in order of their time. */
export function createFakeClock(
  startAt = Date.UTC(2026, 0, 1),
): Clock & { advance(ms: number): void; pending(): number } {
  let now = startAt;
  const timers = new Set<{ at: number; callback: () => void }>();
  return {
    now: () => now,
    after(delayMs, callback): Stop {
      const timer = { at: now + delayMs, callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance(ms) {
      const end = now + ms;
      for (;;) {
        const due = [...timers].filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
        if (!due) break;
        timers.delete(due);
        now = Math.max(now, due.at);
        due.callback();
      }
      now = end;
    },
    pending: () => timers.size,
  };
}
