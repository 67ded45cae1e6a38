import { failure } from '../failure.ts';
import type { Clock } from '../ports.ts';
import { failed, ok, type Result } from '../result.ts';

/** A name that was typed holds this long. */
const HOLDS_MS = 60 * 60_000;

/** What asks for the name, in words. Tools that ask by themselves are not held up. */
const acts = {
  switch: 'switching to it',
  console: 'opening its console',
  credentials: 'copying its credentials',
} as const;
type CarefulAct = keyof typeof acts;

/**
 * Profiles that a person marked *careful*: to make one the active profile, to open its console or to copy its
 * credentials asks for its name, once an hour for all three. It guards against the wrong row, not against an attacker.
 */
export function createCareful({ clock, isCareful }: { clock: Clock; isCareful: (profile: string) => boolean }) {
  /** By the steady clock: one that is set back makes no confirmation last longer. */
  const typedAtMs = new Map<string, number>();
  return {
    /** Fails with `confirmation-required` unless the name was typed now or within the hour. */
    check(profile: string, typed: string | undefined, act: CarefulAct = 'switch'): Result<void> {
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

function confirmationRequired(profile: string, act: CarefulAct) {
  return failure(
    'confirmation-required',
    `"${profile}" is marked careful: ${acts[act]} asks for its name once an hour.`,
    `Type the name of the profile to go on${act === 'credentials' ? '' : ` (rolecall ${act} --confirm NAME)`}.`,
    { profile },
  );
}
