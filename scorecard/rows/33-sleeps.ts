import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { startSleepyDay } from '../lib/sleepy-day.ts';
import type { Row } from '../row.ts';

const MINUTE_MS = 60_000;
/** Of real time. An answer of the local AWS takes milliseconds, and the deadline of a request is one second. */
const HANG_MS = 5_000;
/** What is loaded and compiled at first is no growth. */
const WARM_UP_SHARE = 0.2;

/**
 * Rolecall with its real way to a local AWS, on a clock that a day is spun
 * through. Connections do not survive a sleep, and nobody tells; of every other
 * resume the system does not tell either.
 */
export const sleeps: Row = {
  number: 33,
  name: 'a simulated day with 50 sleeps',
  target: '0 hangs, 0 expired credentials served, memory + < 10 %',
  async run({ random, quick, defended }) {
    const count = quick ? 10 : 50;
    const day = await startSleepyDay({ defended });
    let hangs = 0;
    let served = 0;
    let expired = 0;
    let memoryBefore = 0;
    const ask = async () => {
      const got = await Promise.race([
        day.ask(random.pick(['reader', 'brief'] as const)),
        wait(HANG_MS, 'hang' as const),
      ]);
      if (got === 'hang') hangs += 1;
      else if (got !== undefined) {
        served += 1;
        if (got.leftMs < -1000) expired += 1;
      }
    };
    try {
      for (let sleep = 0; sleep < count && hangs === 0; sleep += 1) {
        if (sleep === count * WARM_UP_SHARE) memoryBefore = usedMemory();
        for (let minute = 0; minute < 10; minute += 1) {
          await day.pass(MINUTE_MS);
          if (minute % 4 === 0) await ask();
        }
        day.sleep((1 + random.below(37)) * MINUTE_MS);
        if (sleep % 2 === 0) day.wake();
        await ask();
      }
      const grownPercent = memoryBefore === 0 ? 0 : (usedMemory() / memoryBefore - 1) * 100;
      const asked = `${served} served, ${hangs} hangs, ${expired} expired`;
      return {
        figure: `${asked}, memory ${grownPercent < 0 ? '-' : '+'}${Math.abs(grownPercent).toFixed(1)} %`,
        passed: hangs + expired === 0 && served > count * 3 && grownPercent < 10,
      };
    } finally {
      await day.end();
    }
  },
};

/** Bytes in use after the garbage is gone. */
function usedMemory(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
