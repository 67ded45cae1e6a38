import { failure } from '../failure.ts';
import type { AwsContext, Clock, Signal } from '../ports.ts';
import { failed, ok, type Result } from '../result.ts';
import { shellWord } from '../shell-word.ts';

/** New keys take seconds to reach every part of AWS; this is far beyond that. */
const patienceMs = 90_000;
const firstWaitMs = 1_000;
const longestWaitMs = 8_000;

/**
 * Repeats what a new key signs while AWS does not know the key yet, less and less
 * often. Fails with `key-invalid` when it still does not after 90 s, and with `cancelled`.
 */
export async function onceKnown<T>(
  act: () => Promise<Result<T>>,
  { profile, signal }: AwsContext,
  clock: Pick<Clock, 'now' | 'after'>,
): Promise<Result<T>> {
  const deadlineAt = clock.now() + patienceMs;
  for (let waitMs = firstWaitMs; ; waitMs = Math.min(waitMs * 2, longestWaitMs)) {
    const done = await act();
    if (done.ok || done.failure.kind !== 'key-invalid') return done;
    if (clock.now() + waitMs > deadlineAt) return failed(notTaken(profile));
    const waited = await pause(clock, waitMs, signal);
    if (!waited.ok) return waited;
  }
}

/** Resolves after a time, or at once as `cancelled`. */
function pause(clock: Pick<Clock, 'after'>, durationMs: number, signal: Signal | undefined): Promise<Result<void>> {
  return new Promise((resolve) => {
    const onAbort = () => {
      stop();
      resolve(failed(failure('cancelled', 'The rotation was stopped.', 'Go on with it when you want to.')));
    };
    const stop = clock.after(durationMs, () => {
      signal?.removeEventListener('abort', onAbort);
      resolve(ok(undefined));
    });
    if (signal?.aborted) onAbort();
    else signal?.addEventListener('abort', onAbort, { once: true });
  });
}

function notTaken(profile: string) {
  return failure(
    'key-invalid',
    'AWS does not take the new access key yet. The old one is still in use, and both are kept.',
    `Go on in a few minutes: rolecall keys rotate ${shellWord(profile)}`,
    { profile },
  );
}
