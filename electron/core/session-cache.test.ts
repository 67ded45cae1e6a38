import { describe, expect, it, vi } from 'vitest';
import { createFakeClock } from './fakes/fake-clock.ts';
import { createSessionCache } from './session-cache.ts';
import { createAwsClock } from './time/aws-clock.ts';

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
