import type { Clock, Stop } from '../core/ports.ts';

/** Long enough for all that one act changes, and nothing that an eye would miss. */
const TOGETHER_MS = 40;

/** Does one thing for many changes, up to 40 ms after the first of them. */
export interface Together {
  soon(): void;
  /** What was to come does not come. */
  stop(): void;
}

/** @param act sees what is true when it runs, not what was when it was asked for. */
export function together(clock: Pick<Clock, 'after'>, act: () => void): Together {
  let waiting: Stop | undefined;
  const stop = () => {
    waiting?.();
    waiting = undefined;
  };
  return {
    soon() {
      waiting ??= clock.after(TOGETHER_MS, () => {
        waiting = undefined;
        act();
      });
    },
    stop,
  };
}
