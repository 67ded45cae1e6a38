import type { Handlers } from '../dispatch.ts';
import type { Lock } from '../lock/lock.ts';
import type { Person } from '../ports.ts';
import { ok } from '../result.ts';

/** Locking by hand, from anywhere; unlocking by a person, in Rolecall's own window or menu. */
export function lockHandlers(parts: {
  readonly lock: Lock;
  readonly person: Person;
}): Pick<Handlers, 'lockState' | 'lock' | 'unlock'> {
  const { lock, person } = parts;
  return {
    lockState: async () => ok({ lock: lock.state() }),
    async lock() {
      lock.lock('by-hand');
      return ok({ lock: lock.state() });
    },
    async unlock() {
      if (!lock.isLocked()) return ok({});
      const confirmed = await person.confirm('unlock Rolecall');
      if (!confirmed.ok) return confirmed;
      lock.unlock();
      return ok({});
    },
  };
}
