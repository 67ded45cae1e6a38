import type { Child } from './child.ts';
import { delay } from './samples.ts';

/** Asks every `everyMs` until the answer is not undefined. Rejects when the child ends first, or after 30 s. */
export async function untilAnswer<T>(
  what: string,
  child: Child,
  ask: () => Promise<T | undefined> | T | undefined,
  everyMs = 2,
): Promise<T> {
  const endAt = performance.now() + 30_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (child.ended()) throw new Error(`it ended before ${what}: ${child.complaints()}`);
    if (performance.now() > endAt) throw new Error(`waited 30 s for ${what}: ${child.complaints()}`);
    await delay(everyMs);
  }
}
