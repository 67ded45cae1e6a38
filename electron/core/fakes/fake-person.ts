import { failure } from '../failure.ts';
import type { Clock, Person } from '../ports.ts';
import { failed, ok } from '../result.ts';

/** A person who sits at the computer until a test sends them away, and is who they say unless it says otherwise. */
export function createFakePerson(clock: Clock) {
  let leftAt: number | undefined;
  let isThem = true;
  const person: Person = {
    idleMs: () => (leftAt === undefined ? 0 : clock.now() - leftAt),
    confirm: async () =>
      isThem ? ok(undefined) : failed(failure('cancelled', 'Nobody confirmed.', 'Try again when you are there.')),
  };
  return {
    person,
    /** From now on nobody touches it. */
    leave() {
      leftAt = clock.now();
    },
    refuse() {
      isThem = false;
    },
  };
}
