/** The sandbox's own time, in epoch milliseconds. It runs like the real one, from wherever it was moved to. */
export interface SandboxClock {
  now(): number;
  /** Moves by this much; negative goes back. */
  advance(ms: number): void;
  /** Undoes every move. */
  reset(): void;
}

export function createClock(real: () => number = Date.now): SandboxClock {
  let offsetMs = 0;
  return {
    now: () => real() + offsetMs,
    advance(ms) {
      if (!Number.isFinite(ms)) throw new RangeError('The clock moves by a number of milliseconds.');
      offsetMs += ms;
    },
    reset() {
      offsetMs = 0;
    },
  };
}
