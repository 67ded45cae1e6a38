import type { Clock, Stop } from '../ports.ts';

/**
 * Calls `onIdle` when nobody has touched the computer for `limitMs()`, and then
 * rests until `restart`. It looks when the time could have come at the
 * earliest, so an idle computer is not woken every few seconds.
 */
export function createIdleWatch(parts: {
  readonly clock: Clock;
  /** Milliseconds since the last touch. */
  readonly idleMs: () => number;
  /** `undefined`: never. */
  readonly limitMs: () => number | undefined;
  readonly onIdle: () => void;
}) {
  const { clock, idleMs, limitMs, onIdle } = parts;
  let timer: Stop | undefined;

  function stop(): void {
    timer?.();
    timer = undefined;
  }

  function look(): void {
    stop();
    const limit = limitMs();
    if (limit === undefined) return;
    const leftMs = limit - idleMs();
    if (leftMs <= 0) onIdle();
    else timer = clock.after(leftMs, look);
  }

  return { restart: look, stop };
}
