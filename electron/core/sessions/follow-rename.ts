import type { CatalogStore } from '../catalog.ts';
import type { Broker } from './broker.ts';
import type { SessionStates } from './session-states.ts';
import { createAbort } from './shared-work.ts';
import type { Switching } from './switching.ts';

/**
 * After a profile was given another name in the files: its session ends with the
 * old name, and where no person is needed for it, one begins under the new name.
 * The active role stays the active role, so that tools that name no profile go on.
 */
export function createFollowRename(parts: {
  readonly broker: Pick<Broker, 'needsPerson'>;
  readonly catalog: Pick<CatalogStore, 'chain'>;
  readonly states: SessionStates;
  readonly switching: Pick<Switching, 'signOut' | 'open'>;
}) {
  const { broker, catalog, states, switching } = parts;

  return function followRename(from: string, to: string): void {
    const wasActive = states.activeProfile() === from;
    const { state } = states.get(from);
    if (state === 'inactive') return;
    switching.signOut(from);
    // There is no such profile any more, so there is nothing to say of it.
    states.set(from, { state: 'inactive' });
    const chain = catalog.chain(to);
    if (state !== 'active' || !chain.ok || broker.needsPerson(to, chain.value)) return;
    if (wasActive) states.activate(to);
    // Nobody waits for it: a failure shows where the session does.
    void switching.open(to, { asker: { through: 'upkeep' }, signal: createAbort().signal }, 'renewal');
  };
}

export type FollowRename = ReturnType<typeof createFollowRename>;
