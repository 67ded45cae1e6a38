import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createAwsClock } from '../time/aws-clock.ts';
import { createSessionCache } from './session-cache.ts';

const MINUTE = 60_000;

function setUp(minutes: number) {
  const clock = createFakeClock();
  const onExpired = vi.fn();
  const awsClock = createAwsClock({ clock });
  awsClock.answered({ dateAt: clock.trueNow(), sentSteadyMs: clock.steadyMs() });
  const cache = createSessionCache({ awsClock, onExpired });
  const keys = { accessKeyId: 'ASIAIOSFODNN7EXAMPLE', secretAccessKey: 'temporary', sessionToken: 'token' };
  const session = cache.put('key', 'reader', { ...keys, expiresAt: clock.now() + minutes * MINUTE });
  return { clock, cache, onExpired, session };
}

describe('sessions in memory', () => {
  it('are fresh until callers would ask for a newer one', () => {
    const { clock, cache, session } = setUp(60);
    clock.advance(44 * MINUTE);
    expect(cache.isFresh(session)).toBe(true);
    clock.advance(2 * MINUTE);
    expect(cache.isFresh(session)).toBe(false);
    expect(cache.get('key')).toBe(session);
  });

  it('that AWS has ended go, and what has come in their place stays', () => {
    const { cache, onExpired, session } = setUp(60);
    cache.ended('key', 'ASIAOTHEREXAMPLE');
    expect(cache.get('key')).toBe(session);
    cache.ended('key', session.credentials.accessKeyId);
    expect(cache.get('key')).toBeUndefined();
    expect(onExpired).toHaveBeenCalledOnce();
  });

  it('of 15 minutes are fresh for two thirds of their life, so that they cause no storm', () => {
    const { clock, cache, session } = setUp(15);
    clock.advance(9 * MINUTE);
    expect(cache.isFresh(session)).toBe(true);
    clock.advance(2 * MINUTE);
    expect(cache.isFresh(session)).toBe(false);
  });

  it('leave memory when they expire, and say so once', () => {
    const { clock, cache, onExpired } = setUp(60);
    clock.advance(60 * MINUTE);
    expect(cache.size).toBe(0);
    expect(onExpired).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ owner: 'reader' }));
  });

  it('end when their time has passed, though the clock was set back meanwhile', () => {
    const { clock, cache, onExpired } = setUp(60);
    clock.set(-120 * MINUTE);
    clock.advance(60 * MINUTE - 1);
    expect(cache.get('key')).toBeDefined();
    clock.advance(1);
    expect(cache.get('key')).toBeUndefined();
    expect(onExpired).toHaveBeenCalledOnce();
  });

  it('do not outlive a sleep', () => {
    const { clock, cache, onExpired } = setUp(60);
    clock.sleep(61 * MINUTE);
    expect(cache.get('key')).toBeUndefined();
    clock.advance(15_000);
    expect(onExpired).toHaveBeenCalledOnce();
  });

  it('leave no timer behind when dropped', () => {
    const { clock, cache } = setUp(60);
    cache.clear();
    expect(clock.pending()).toBe(0);
  });
});

it('hands out nothing that has expired, and forgets it in time, whatever happens to the clocks', async () => {
  const jump = fc.tuple(
    fc.constantFrom('advance' as const, 'sleep' as const, 'set' as const),
    fc.integer({ min: 2000, max: 24 * 60 * MINUTE }),
    fc.boolean(),
  );
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 15, max: 720 }), fc.array(jump, { maxLength: 30 }), async (minutes, jumps) => {
      const { clock, cache, onExpired } = setUp(minutes);
      const endsAt = clock.trueNow() + minutes * MINUTE;
      for (const [kind, ms, back] of jumps) {
        if (kind === 'set') clock.set(back ? -ms : ms);
        else clock[kind](ms);
        if (cache.get('key')) expect(clock.trueNow()).toBeLessThan(endsAt);
      }
      // Time enough to ask AWS, and to look.
      await new Promise(setImmediate);
      clock.advance(endsAt - clock.trueNow() + MINUTE);
      await new Promise(setImmediate);
      clock.advance(MINUTE);
      expect(cache.size).toBe(0);
      expect(onExpired).toHaveBeenCalledOnce();
    }),
  );
});
