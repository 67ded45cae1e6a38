import type { Clock, Signal } from '../../ports.ts';
import { pause } from '../pause.ts';

/** The portal takes about 20 requests a second; other tools of the person need some of them. */
const REQUESTS_PER_SECOND = 15;
/** So many may go at once after a rest. */
const BURST = 3;

/** A token bucket: turns in order of asking, evenly spaced, and later for all while AWS asks for patience. */
export function createPace({ clock, perSecond = REQUESTS_PER_SECOND }: { clock: Clock; perSecond?: number }) {
  const spacingMs = 1000 / perSecond;
  let nextAtMs = clock.steadyMs();
  let heldUntilMs = Number.NEGATIVE_INFINITY;

  return {
    /** Resolves when it is this caller's turn, or when the signal aborts. */
    async turn(signal: Signal): Promise<void> {
      const now = clock.steadyMs();
      const at = Math.max(nextAtMs, now - BURST * spacingMs);
      nextAtMs = at + spacingMs;
      if (at > now) await pause(clock, at - now, signal);
      while (!signal.aborted && heldUntilMs > clock.steadyMs())
        await pause(clock, heldUntilMs - clock.steadyMs(), signal);
    },
    /** Nobody goes on before that. */
    hold(delayMs: number): void {
      heldUntilMs = Math.max(heldUntilMs, clock.steadyMs() + delayMs);
      nextAtMs = Math.max(nextAtMs, heldUntilMs);
    },
  };
}

export type Pace = ReturnType<typeof createPace>;
