import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createAwsClock } from './aws-clock.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

function setUp() {
  const clock = createFakeClock();
  const ask = vi.fn(async () => {});
  const awsClock = createAwsClock({ clock, ask });
  /** An answer of AWS, dated to the second as its answers are; `tookMs` after the request left. */
  const answer = (tookMs = 0) => {
    const sentSteadyMs = clock.steadyMs();
    clock.advance(tookMs);
    awsClock.answered({ dateAt: Math.floor(clock.trueNow() / SECOND) * SECOND, sentSteadyMs });
  };
  const wrongMs = () => awsClock.now() - clock.trueNow();
  return { clock, awsClock, ask, answer, wrongMs };
}

describe('the time of AWS', () => {
  it('is this computer’s until an answer says otherwise', () => {
    const { clock, awsClock } = setUp();
    clock.set(10 * MINUTE);
    expect(awsClock.now()).toBe(clock.now());
    expect(awsClock.isMeasured()).toBe(false);
  });

  it('is exactly this computer’s where that is right', () => {
    const { clock, awsClock, answer } = setUp();
    clock.advance(437);
    answer(230);
    expect(awsClock.aheadMs()).toBe(0);
  });

  it.each([30 * MINUTE, -30 * MINUTE])('is known to a second after one answer, the clock being off by %d ms', (off) => {
    const { clock, awsClock, answer, wrongMs } = setUp();
    clock.set(off);
    answer();
    expect(Math.abs(wrongMs())).toBeLessThanOrEqual(SECOND);
    expect(Math.abs(awsClock.aheadMs() + off)).toBeLessThanOrEqual(SECOND);
    expect(Math.abs(awsClock.toLocal(awsClock.now()) - clock.now())).toBeLessThanOrEqual(SECOND);
  });

  it('does not flicker where the two clocks of the computer differ by a little', () => {
    const { clock, awsClock, answer } = setUp();
    answer();
    clock.set(-9);
    expect(awsClock.aheadMs()).toBe(0);
    clock.set(-5 * MINUTE);
    const aheadMs = awsClock.aheadMs();
    clock.set(7);
    expect(awsClock.aheadMs()).toBe(aheadMs);
  });

  it('takes nothing from an answer that was long under way', () => {
    const { awsClock, answer } = setUp();
    answer(20 * SECOND);
    expect(awsClock.aheadMs()).toBe(0);
  });

  it('ignores a date that is none', () => {
    const { clock, awsClock } = setUp();
    awsClock.answered({ dateAt: Number.NaN, sentSteadyMs: clock.steadyMs() });
    expect(awsClock.isMeasured()).toBe(false);
  });

  it('goes on through a sleep and when the clock is set back', () => {
    const { clock, answer, wrongMs } = setUp();
    answer();
    clock.set(-3 * HOUR);
    clock.sleep(2 * HOUR);
    expect(wrongMs()).toBe(0);
  });

  it('is the later one when the clock is set forward, until AWS is asked', async () => {
    const { clock, ask, answer, wrongMs } = setUp();
    answer();
    ask.mockImplementation(async () => answer());
    clock.set(2 * HOUR);
    expect(wrongMs()).toBe(2 * HOUR);
    await vi.waitFor(() => expect(wrongMs()).toBeLessThanOrEqual(SECOND));
    expect(ask).toHaveBeenCalledOnce();
  });

  it('asks once where nobody answers, and stays with the later one', async () => {
    const { clock, awsClock, ask, answer, wrongMs } = setUp();
    answer();
    clock.standStill(2 * HOUR);
    ask.mockRejectedValue(new Error('no network'));
    awsClock.look();
    await vi.waitFor(() => expect(ask).toHaveBeenCalledOnce());
    await Promise.resolve();
    awsClock.look();
    expect(ask).toHaveBeenCalledOnce();
    expect(wrongMs()).toBe(0);
  });

  it('is not fooled by a clock that is set back while the computer stands still', () => {
    const { clock, awsClock, answer, wrongMs } = setUp();
    answer();
    clock.standStill(3 * HOUR);
    awsClock.look();
    clock.set(-3 * HOUR);
    expect(wrongMs()).toBeGreaterThanOrEqual(0);
    clock.set(-3 * HOUR);
    awsClock.look();
    clock.standStill(3 * HOUR);
    expect(wrongMs()).toBeGreaterThanOrEqual(0);
  });
});

describe('alarms by AWS’s clock', () => {
  it('ring once, in order, when it is time', () => {
    const { clock, awsClock, answer } = setUp();
    answer();
    const rung: string[] = [];
    awsClock.at(awsClock.now() + 2 * MINUTE, () => rung.push('second'));
    awsClock.at(awsClock.now() + MINUTE, () => rung.push('first'));
    const stop = awsClock.at(awsClock.now() + MINUTE, () => rung.push('never'));
    stop();
    clock.advance(MINUTE - 1);
    expect(rung).toEqual([]);
    clock.advance(HOUR);
    expect(rung).toEqual(['first', 'second']);
    expect(clock.pending()).toBe(0);
  });

  it('ring at once when somebody looks after a sleep, and soon when nobody does', () => {
    const { clock, awsClock, answer } = setUp();
    answer();
    const rung = vi.fn();
    awsClock.at(awsClock.now() + HOUR, rung);
    clock.sleep(2 * HOUR);
    awsClock.look();
    expect(rung).toHaveBeenCalledOnce();
    awsClock.at(awsClock.now() + HOUR, rung);
    clock.sleep(2 * HOUR);
    clock.advance(15 * SECOND);
    expect(rung).toHaveBeenCalledTimes(2);
  });

  it('do not ring for a clock that was put right', async () => {
    const { clock, awsClock, ask, answer } = setUp();
    clock.set(-2 * HOUR);
    answer();
    const rung = vi.fn();
    awsClock.at(awsClock.now() + HOUR, rung);
    ask.mockImplementation(async () => answer());
    clock.set(2 * HOUR);
    clock.advance(15 * SECOND);
    await vi.waitFor(() => expect(awsClock.aheadMs()).toBeLessThanOrEqual(SECOND));
    expect(rung).not.toHaveBeenCalled();
    clock.advance(HOUR);
    expect(rung).toHaveBeenCalledOnce();
  });

  it('follow when an answer corrects the time', () => {
    const { clock, awsClock, answer } = setUp();
    const rung = vi.fn();
    clock.set(-HOUR);
    awsClock.at(clock.trueNow() + MINUTE, rung);
    answer();
    clock.advance(MINUTE);
    expect(rung).toHaveBeenCalledOnce();
  });
});

it('tells who listens when the difference has changed', async () => {
  const { clock, awsClock, ask, answer } = setUp();
  const changed = vi.fn();
  awsClock.onChange(changed);
  ask.mockImplementation(async () => answer());
  answer();
  expect(changed).not.toHaveBeenCalled();
  clock.set(-5 * MINUTE);
  awsClock.look();
  expect(changed).toHaveBeenCalledOnce();
  clock.set(5 * MINUTE);
  clock.advance(15 * SECOND);
  await vi.waitFor(() => expect(Math.abs(awsClock.aheadMs())).toBeLessThanOrEqual(SECOND));
  const calls = changed.mock.calls.length;
  expect(calls).toBeGreaterThan(1);
  clock.advance(HOUR);
  expect(changed).toHaveBeenCalledTimes(calls);
});

it('is never early, whatever happens to the clocks', async () => {
  const act = fc.oneof(
    fc.record({ kind: fc.constant('advance' as const), ms: fc.integer({ min: 0, max: 3 * HOUR }) }),
    fc.record({ kind: fc.constant('sleep' as const), ms: fc.integer({ min: 0, max: 12 * HOUR }) }),
    fc.record({ kind: fc.constant('set' as const), ms: fc.integer({ min: -48 * HOUR, max: 48 * HOUR }) }),
    fc.record({ kind: fc.constant('answer' as const), ms: fc.integer({ min: 0, max: 20 * SECOND }) }),
    fc.record({ kind: fc.constant('look' as const), ms: fc.constant(0) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 40 }), async (acts) => {
      const { clock, awsClock, answer, wrongMs } = setUp();
      answer();
      const end = clock.trueNow() + 6 * HOUR;
      let rungAt: number | undefined;
      awsClock.at(end, () => {
        rungAt = clock.trueNow();
      });
      for (const { kind, ms } of acts) {
        if (kind === 'advance') clock.advance(ms);
        else if (kind === 'sleep') clock.sleep(ms);
        else if (kind === 'set') clock.set(ms);
        else if (kind === 'answer') answer(ms);
        else awsClock.look();
        // A Date header is cut to seconds, and by no more than that can the time be early.
        expect(wrongMs()).toBeGreaterThanOrEqual(-SECOND);
      }
      clock.advance(12 * HOUR);
      // What was asked meanwhile is answered when the promises run.
      await new Promise(setImmediate);
      clock.advance(MINUTE);
      expect(rungAt).toBeDefined();
    }),
  );
});
