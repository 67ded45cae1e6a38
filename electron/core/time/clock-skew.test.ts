import { expect, it, vi } from 'vitest';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createAwsClock } from './aws-clock.ts';
import { watchClockSkew } from './clock-skew.ts';

const MINUTE = 60_000;

function setUp() {
  const clock = createFakeClock();
  const awsClock = createAwsClock({ clock, ask: async () => answer() });
  const answer = () => awsClock.answered({ dateAt: clock.trueNow(), sentSteadyMs: clock.steadyMs() });
  const skew = watchClockSkew(awsClock);
  const told = vi.fn();
  skew.onChange(told);
  return { clock, answer, skew, told };
}

it('is told when the clock is off by more than a minute, and when it is right again', async () => {
  const { clock, answer, skew, told } = setUp();
  clock.set(-7 * MINUTE);
  expect(skew.view()).toBeNull();
  answer();
  expect(skew.view()).toEqual({ aheadMs: 7 * MINUTE });
  expect(told).toHaveBeenLastCalledWith({ aheadMs: 7 * MINUTE });
  clock.set(7 * MINUTE);
  // Nobody asked for anything meanwhile: it is noticed by itself.
  clock.advance(15_000);
  await vi.waitFor(() => expect(told).toHaveBeenLastCalledWith(null));
  expect(skew.view()).toBeNull();
});

it('is noticed without AWS when the clock of a computer that was right is set back', () => {
  const { clock, answer, skew } = setUp();
  answer();
  clock.set(-7 * MINUTE);
  expect(skew.view()).toEqual({ aheadMs: 7 * MINUTE });
});

it('is not worth a word under a minute', () => {
  const { clock, answer, told } = setUp();
  clock.set(50_000);
  answer();
  expect(told).not.toHaveBeenCalled();
});
