import * as v from 'valibot';
import { failure } from '../failure.ts';
import type { Clock, Stop } from '../ports.ts';

const lockReasons = ['by-hand', 'idle', 'screen-lock', 'suspend'] as const;
export type LockReason = (typeof lockReasons)[number];

export const LockStateSchema = v.variant('locked', [
  v.object({ locked: v.literal(false) }),
  v.object({ locked: v.literal(true), reason: v.picklist(lockReasons), lockedAt: v.number() }),
]);
export type LockState = v.InferOutput<typeof LockStateSchema>;

export type Lock = ReturnType<typeof createLock>;

/**
 * Locked means that nothing is served. The sessions stay in memory, out of
 * reach, and run out as they would; docs/decisions/0008-lock.md says why.
 */
export function createLock(clock: Clock) {
  const listeners = new Set<(state: LockState) => void>();
  let state: LockState = { locked: false };

  function become(next: LockState): void {
    state = next;
    for (const listener of listeners) listener(state);
  }

  return {
    state: (): LockState => state,
    isLocked: () => state.locked,
    /** The first reason stays: it says since when nobody was served. */
    lock(reason: LockReason): void {
      if (!state.locked) become({ locked: true, reason, lockedAt: clock.now() });
    },
    unlock(): void {
      if (state.locked) become({ locked: false });
    },
    onChange(listener: (state: LockState) => void): Stop {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function lockedFailure() {
  return failure(
    'locked',
    'Rolecall is locked, so it hands nothing out.',
    'Unlock it: open Rolecall from its icon in the tray and press Unlock.',
  );
}
