import type { Signal } from '../ports.ts';

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

/** An abort switch of one's own that a caller's signal sets, too. `abort` also lets go of the caller's signal. */
export function linkedAbort(signal: Signal): { readonly signal: Signal; abort(): void } {
  const own = createAbort();
  const abort = () => {
    signal.removeEventListener('abort', abort);
    own.abort();
  };
  signal.addEventListener('abort', abort, { once: true });
  if (signal.aborted) abort();
  return { signal: own.signal, abort };
}

/** How a caller came away without a result: it left, or the work was ended under it. */
export type Gone = 'left' | 'ended';

/**
 * Identical requests share one piece of work. A caller that goes away leaves the
 * rest alone; the work is aborted when the last caller is gone, or when it is ended.
 */
export function createSharedWork<T>() {
  interface Work {
    readonly owner: string;
    readonly result: Promise<T>;
    readonly signal: Signal;
    readonly abort: () => void;
    callers: number;
  }
  const running = new Map<string, Work>();

  return {
    has: (key: string) => running.has(key),

    /** Joins the work under `key`, or starts it. `gone` is what a caller gets whose own signal aborts, or whose work is ended. */
    async join(
      { key, owner }: { readonly key: string; readonly owner: string },
      signal: Signal,
      gone: (how: Gone) => T,
      start: (signal: Signal) => Promise<T>,
    ): Promise<T> {
      if (signal.aborted) return gone('left');
      let work = running.get(key);
      if (!work) {
        const control = createAbort();
        const result = start(control.signal).finally(() => {
          if (running.get(key) === work) running.delete(key);
        });
        work = { owner, result, signal: control.signal, abort: control.abort, callers: 0 };
        running.set(key, work);
      }
      const joined = work;
      joined.callers += 1;
      let leave = () => {};
      let end = () => {};
      const away = new Promise<T>((resolve) => {
        leave = () => resolve(gone('left'));
        end = () => resolve(gone('ended'));
        signal.addEventListener('abort', leave, { once: true });
        joined.signal.addEventListener('abort', end, { once: true });
      });
      try {
        return await Promise.race([joined.result, away]);
      } finally {
        signal.removeEventListener('abort', leave);
        joined.signal.removeEventListener('abort', end);
        joined.callers -= 1;
        if (joined.callers === 0 && running.get(key) === joined) {
          running.delete(key);
          joined.abort();
        }
      }
    },

    /** Ends the work of one owner, or all: nobody can join it any more, and who waits for it is told at once. */
    end(owner?: string): void {
      for (const [key, work] of [...running]) {
        if (owner !== undefined && work.owner !== owner) continue;
        running.delete(key);
        work.abort();
      }
    },
  };
}
