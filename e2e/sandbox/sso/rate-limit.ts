import type { SandboxClock } from '../state/clock.ts';
import { tooManyRequests } from './errors.ts';

/** Every third refusal names the wait in seconds; the others leave the caller to guess, as AWS does. */
const retryAfterEvery = 3;

/** A bucket of a second's requests, filled evenly by the sandbox's clock. Throws TooManyRequestsException when it is empty. */
export function createRateLimit(requestsPerSecond: number, clock: SandboxClock): () => void {
  let left = requestsPerSecond;
  let countedAt = clock.now();
  let refused = 0;
  return () => {
    const now = clock.now();
    left = Math.min(requestsPerSecond, left + (Math.max(0, now - countedAt) / 1000) * requestsPerSecond);
    countedAt = now;
    if (left >= 1) {
      left -= 1;
      return;
    }
    refused += 1;
    throw tooManyRequests(refused % retryAfterEvery === 0 ? { 'retry-after': '1' } : {});
  };
}
