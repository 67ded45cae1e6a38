import { useSyncExternalStore } from 'react';

const TICK_MS = 1000;

interface Visibility {
  readonly hidden: boolean;
  addEventListener(type: 'visibilitychange', listener: () => void): void;
  removeEventListener(type: 'visibilitychange', listener: () => void): void;
}

/** One clock for all countdowns of a window. It runs only while somebody watches it and the window can be seen. */
export function createTicker(page: Visibility, now: () => number = Date.now) {
  const watchers = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | undefined;
  let current = now();

  function tick(): void {
    current = now();
    for (const watcher of watchers) watcher();
  }

  function arrange(): void {
    const wanted = watchers.size > 0 && !page.hidden;
    if (wanted && timer === undefined) {
      timer = setInterval(tick, TICK_MS);
      // A window that was hidden must not show old time until the next tick.
      tick();
    } else if (!wanted && timer !== undefined) {
      clearInterval(timer);
      timer = undefined;
    }
  }

  return {
    /** Epoch milliseconds of the last tick; the time itself while the clock stands still. */
    now: () => (timer === undefined ? floorToSecond(now()) : current),
    running: () => timer !== undefined,
    watch(watcher: () => void): () => void {
      if (watchers.size === 0) page.addEventListener('visibilitychange', arrange);
      watchers.add(watcher);
      arrange();
      return () => {
        watchers.delete(watcher);
        if (watchers.size === 0) page.removeEventListener('visibilitychange', arrange);
        arrange();
      };
    },
  };
}

/** A snapshot must be the same when asked twice in one render. */
function floorToSecond(timeMs: number): number {
  return timeMs - (timeMs % TICK_MS);
}

type Ticker = ReturnType<typeof createTicker>;

const never = () => () => undefined;
let shared: Ticker | undefined;

/** Epoch milliseconds, anew each second while `ticking`; the moment of rendering otherwise. */
export function useNow(ticking: boolean): number {
  shared ??= createTicker(document);
  return useSyncExternalStore(ticking ? shared.watch : never, shared.now);
}
