import { startTimeWorld, timeProfiles } from '../lib/time-world.ts';
import type { Row } from '../row.ts';

const SECOND_MS = 1000;
const HOUR_MS = 3_600_000;
/** Less is what clocks do anyway when they are slewed. */
const SEEN_MS = 2 * SECOND_MS;

/**
 * Clocks that are set, sleeps, virtual machines that stand still, and a network
 * that comes and goes. AWS dates its answers to the second, so a second is
 * what nobody can know.
 */
export const clockJumps: Row = {
  number: 30,
  name: 'clock jumps: back, forward, sleep, a machine that stood still',
  target: '0 expired credentials served, 0 told to last longer than they do',
  async run({ random, quick, defended }) {
    const jumps = quick ? 500 : 10_000;
    const world = await startTimeWorld({ defended });
    const { clock } = world;
    let served = 0;
    let expired = 0;
    let toldTooLong = 0;
    for (let jump = 0; jump < jumps; jump += 1) {
      // Two jumps within one look at the clocks can cancel each other out, and nobody would know.
      clock.advance(20_000);
      const kind = random.below(6);
      const ms = SEEN_MS + random.below(random.pick([60_000, HOUR_MS, 48 * HOUR_MS]));
      if (kind === 0) clock.set(ms);
      else if (kind === 1) clock.set(-ms);
      else if (kind === 2) clock.sleep(ms);
      else if (kind === 3) clock.standStill(ms);
      else clock.advance(random.below(20 * 60_000));
      // A resume is not always told of.
      if (random.chance(0.5)) world.rolecall.lookAtClock();
      world.setOnline(random.chance(0.6));
      const got = await world.ask(random.pick(timeProfiles));
      if (!got) continue;
      served += 1;
      if (got.leftMs < -SECOND_MS) expired += 1;
      if (got.toldLeftMs > got.leftMs + SECOND_MS + SEEN_MS) toldTooLong += 1;
    }
    world.end();
    return {
      figure: `${expired} expired and ${toldTooLong} told too long of ${served} served after ${jumps} jumps`,
      passed: expired + toldTooLong === 0 && served > jumps / 3,
    };
  },
};
