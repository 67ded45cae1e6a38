import type { Signal } from './ports.ts';

/** An abort switch that core can build without the platform's `AbortController`. */
export function createAbort(): { readonly signal: Signal; abort(): void } {
  const listeners = new Set<() => void>();
  let aborted = false;
  const signal: Signal = {
    get aborted() {
      return aborted;
    },
    addEventListener: (_type, listener) => void listeners.add(listener),
    removeEventListener: (_type, listener) => void listeners.delete(listener),
  };
  return {
    signal,
    abort() {
      if (aborted) return;
      aborted = true;
      for (const listener of [...listeners]) listener();
    },
  };
}

/**
 * Identical requests share one piece of work. A caller that goes away leaves the
 * rest alone; the work is aborted when the last caller is gone.
 */
export function createSharedWork<T>() {
  interface Work {
    readonly result: Promise<T>;
    readonly abort: () => void;
    callers: number;
  }
  const running = new Map<string, Work>();

  return {
    has: (key: string) => running.has(key),

    /** Joins the work under `key`, or starts it. `gone` is what a caller gets whose own signal aborts. */
    async join(key: string, signal: Signal, gone: () => T, start: (signal: Signal) => Promise<T>): Promise<T> {
      if (signal.aborted) return gone();
      let work = running.get(key);
      if (!work) {
        const control = createAbort();
        const result = start(control.signal).finally(() => {
          if (running.get(key) === work) running.delete(key);
        });
        work = { result, abort: control.abort, callers: 0 };
        running.set(key, work);
      }
      const joined = work;
      joined.callers += 1;
      let leave = () => {};
      const left = new Promise<T>((resolve) => {
        leave = () => resolve(gone());
        signal.addEventListener('abort', leave, { once: true });
      });
      try {
        return await Promise.race([joined.result, left]);
      } finally {
        signal.removeEventListener('abort', leave);
        joined.callers -= 1;
        if (joined.callers === 0 && running.get(key) === joined) {
          running.delete(key);
          joined.abort();
        }
      }
    },
  };
}
