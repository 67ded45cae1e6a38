import { expect, it } from 'vitest';
import { createClock } from '../../e2e/sandbox/state/clock.ts';
import { createVirtualTime } from './virtual-time.ts';

const minuteMs = 60_000;

it('jumps from timer to timer, in their order', async () => {
  const sandboxClock = createClock();
  const { clock } = createVirtualTime(sandboxClock);
  const startedAt = clock.now();
  const seen: number[] = [];
  const wait = (minutes: number) =>
    new Promise<void>((resolve) =>
      clock.after(minutes * minuteMs, () => {
        seen.push(minutes);
        resolve();
      }),
    );
  const stop = clock.after(2 * minuteMs, () => seen.push(2));
  stop();
  await Promise.all([wait(3), wait(1)]);
  expect(seen).toEqual([1, 3]);
  expect(sandboxClock.now() - startedAt).toBeGreaterThanOrEqual(3 * minuteMs);
});

it('does not jump while something else is waited for', async () => {
  const { clock, watched } = createVirtualTime(createClock());
  let finish = () => {};
  const work = watched(() => new Promise<void>((resolve) => (finish = resolve)))();
  let rang = false;
  const timer = new Promise<void>((resolve) =>
    clock.after(minuteMs, () => {
      rang = true;
      resolve();
    }),
  );
  for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
  expect(rang).toBe(false);
  finish();
  await Promise.all([work, timer]);
});
