import { failure } from '../failure.ts';
import type { Clock } from '../ports.ts';
import { failed, ok, type Result } from '../result.ts';

/** A name that was typed holds this long. */
const HOLDS_MS = 60 * 60_000;

/**
 * Profiles that a person marked *careful*: making one the active profile or
 * opening its console asks for its name, once an hour for both. It guards against the wrong row, not against an
 * attacker.
 */
export function createCareful({ clock, isCareful }: { clock: Clock; isCareful: (profile: string) => boolean }) {
  /** By the steady clock: one that is set back makes no confirmation last longer. */
  const typedAtMs = new Map<string, number>();
  return {
    /** Fails with `confirmation-required` unless the name was typed now or within the hour. */
    check(profile: string, typed: string | undefined, act: 'switch' | 'console' = 'switch'): Result<void> {
      if (!isCareful(profile)) return ok(undefined);
      const nowMs = clock.steadyMs();
      const holds = nowMs - (typedAtMs.get(profile) ?? Number.NEGATIVE_INFINITY) < HOLDS_MS;
      if (typed === profile) typedAtMs.set(profile, nowMs);
      else if (!holds) return failed(confirmationRequired(profile, act));
      return ok(undefined);
    },
  };
}

export type Careful = ReturnType<typeof createCareful>;

function confirmationRequired(profile: string, act: 'switch' | 'console') {
  return failure(
    'confirmation-required',
    `"${profile}" is marked careful: ${act === 'switch' ? 'switching to it' : 'opening its console'} asks for its name once an hour.`,
    `Type the name of the profile to go on (rolecall ${act} --confirm NAME).`,
    { profile },
  );
}
