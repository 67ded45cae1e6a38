import type { Clock, Person, Stop } from '../ports.ts';
import type { PreferenceStore } from '../preference-store.ts';
import { createIdleWatch } from './idle-watch.ts';
import type { Lock } from './lock.ts';

/** Locks when the person is away: after idle minutes, with the screen, on suspend. Each can be set. */
export function createAutoLock(parts: {
  readonly lock: Lock;
  readonly person: Person;
  readonly preferences: PreferenceStore;
  readonly clock: Clock;
}) {
  const { lock, person, preferences, clock } = parts;
  const idle = createIdleWatch({
    clock,
    idleMs: person.idleMs,
    limitMs() {
      const { lockAfterMinutes } = preferences.get();
      return lockAfterMinutes > 0 ? lockAfterMinutes * 60_000 : undefined;
    },
    onIdle: () => lock.lock('idle'),
  });
  const follow = () => (lock.isLocked() ? idle.stop() : idle.restart());

  return {
    /** What the system says of the person. */
    away(reason: 'screen-lock' | 'suspend'): void {
      if (preferences.get().lockWithScreen) lock.lock(reason);
    },
    start(): Stop {
      const stops = [lock.onChange(follow), preferences.onChange(follow)];
      follow();
      return () => {
        idle.stop();
        for (const stop of stops) stop();
      };
    },
  };
}
