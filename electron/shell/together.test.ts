import { describe, expect, it, vi } from 'vitest';
import { createFakeClock } from '../core/fakes/fake-clock.ts';
import { together } from './together.ts';

describe('together', () => {
  it('does one thing for many changes, and is not put off by those that go on coming', () => {
    const clock = createFakeClock();
    const act = vi.fn();
    const { soon } = together(clock, act);
    for (let change = 0; change < 9; change += 1) {
      soon();
      clock.advance(5);
    }
    expect(act).toHaveBeenCalledOnce();
    soon();
    clock.advance(1000);
    expect(act).toHaveBeenCalledTimes(2);
  });

  it('leaves nothing behind that still comes', () => {
    const clock = createFakeClock();
    const act = vi.fn();
    const { soon, stop } = together(clock, act);
    soon();
    stop();
    expect(clock.pending()).toBe(0);
    clock.advance(1000);
    soon();
    clock.advance(1000);
    expect(act).toHaveBeenCalledOnce();
  });
});
