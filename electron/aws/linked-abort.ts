import type { Signal } from '../core/ports.ts';

export interface LinkedAbort {
  readonly signal: AbortSignal;
  /** Which of the two ended it; `undefined` while neither has. */
  endedBy(): 'caller' | 'deadline' | undefined;
  /** Call when the work is over: frees the timer and the listener. */
  release(): void;
}

/** One `AbortSignal` that ends when the caller's signal does, or after `deadlineMs`. */
export function linkedAbort(deadlineMs: number, caller?: Signal): LinkedAbort {
  const controller = new AbortController();
  let reason: 'caller' | 'deadline' | undefined;
  function end(by: 'caller' | 'deadline') {
    reason ??= by;
    controller.abort();
  }
  const onAbort = () => end('caller');
  const timer = setTimeout(() => end('deadline'), deadlineMs);
  if (caller?.aborted) onAbort();
  else caller?.addEventListener('abort', onAbort, { once: true });
  return {
    signal: controller.signal,
    endedBy: () => reason,
    release() {
      clearTimeout(timer);
      caller?.removeEventListener('abort', onAbort);
    },
  };
}
