import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createTicker } from './ticker.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function page() {
  const listeners = new Set<() => void>();
  return {
    hidden: false,
    addEventListener: (_: string, listener: () => void) => void listeners.add(listener),
    removeEventListener: (_: string, listener: () => void) => void listeners.delete(listener),
    turn(hidden: boolean) {
      this.hidden = hidden;
      for (const listener of listeners) listener();
    },
    listeners,
  };
}

it('has one timer for all watchers, and none without', () => {
  const ticker = createTicker(page());
  expect(vi.getTimerCount()).toBe(0);
  const stops = [ticker.watch(() => undefined), ticker.watch(() => undefined)];
  expect(vi.getTimerCount()).toBe(1);
  for (const stop of stops) stop();
  expect(vi.getTimerCount()).toBe(0);
});

it('stands still while the window is hidden, and is right at once when it comes back', () => {
  const shown = page();
  const ticker = createTicker(shown);
  let ticks = 0;
  const stop = ticker.watch(() => {
    ticks += 1;
  });
  const before = ticks;
  shown.turn(true);
  vi.advanceTimersByTime(60_000);
  expect(ticks).toBe(before);
  expect(vi.getTimerCount()).toBe(0);
  shown.turn(false);
  expect(ticks).toBe(before + 1);
  expect(ticker.now()).toBe(Date.now());
  stop();
  expect(shown.listeners.size).toBe(0);
});

it('tells each watcher once a second', () => {
  const ticker = createTicker(page());
  let ticks = 0;
  const stop = ticker.watch(() => {
    ticks += 1;
  });
  const before = ticks;
  vi.advanceTimersByTime(3000);
  expect(ticks - before).toBe(3);
  stop();
});
