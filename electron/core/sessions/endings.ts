import type { CatalogStore } from '../catalog.ts';
import type { Clock } from '../ports.ts';
import type { SessionState } from '../session.ts';
import type { AwsClock } from '../time/aws-clock.ts';
import type { Broker } from './broker.ts';
import type { SessionChoices } from './choices.ts';
import type { SessionStates } from './session-states.ts';
import { restingState } from './shown-state.ts';
import type { Upkeep } from './upkeep.ts';

/** Those who wait for one profile. */
export interface Asking {
  callers: number;
  /** The state when the last of them goes without a result. */
  fallBack: SessionState;
}

/** How sessions come to an end: by a person, by their time, or because their profile is another one now. */
export function createEndings(parts: {
  readonly broker: Broker;
  readonly catalog: CatalogStore;
  readonly states: SessionStates;
  readonly clock: Clock;
  readonly awsClock: AwsClock;
  readonly choices: SessionChoices;
  readonly upkeep: Upkeep;
  /** Who waits for a profile now. A sign-out takes the entry away: then none of them may change the state any more. */
  readonly asking: Map<string, Asking>;
}) {
  const { broker, catalog, states, clock, awsClock, choices, upkeep, asking } = parts;

  function expire(profile: string, expiredAt: number): void {
    choices.unsettle(profile);
    upkeep.gone(profile);
    states.set(profile, { state: 'expired', expiredAt });
  }

  return {
    signOut(profile: string): void {
      asking.delete(profile);
      broker.forget(profile);
      choices.forget(profile);
      upkeep.gone(profile);
      states.set(profile, { state: 'signed-out', signedOutAt: clock.now() });
      if (states.activeProfile() === profile) states.activate(null);
    },

    /** Nobody was signed in to the profile itself: what was made on the way through it goes, and nothing is shown. */
    forget: (profile: string): void => broker.forget(profile),

    /** For quitting: nothing is left in memory. What the person allows to be kept stays for the next start. */
    end(): void {
      asking.clear();
      upkeep.gone();
      broker.end();
    },

    signOutAll(): string[] {
      const profiles = states.profiles().filter((profile) => states.get(profile).state === 'active');
      asking.clear();
      broker.forgetAll();
      choices.forget();
      upkeep.gone();
      for (const profile of states.profiles()) states.set(profile, { state: 'signed-out', signedOutAt: clock.now() });
      states.activate(null);
      return profiles;
    },

    /** After a change of the files: a session that no chain leads to any more would be shown, and never served. */
    forgetChanged(): void {
      for (const profile of states.profiles()) {
        const chain = catalog.chain(profile);
        // A file that is broken at the moment is no change of the profile.
        if (states.get(profile).state !== 'active' || asking.has(profile) || !chain.ok) continue;
        if (broker.peek(profile, chain.value)) continue;
        states.set(profile, restingState(states.get(profile), undefined, awsClock));
        broker.forget(profile);
        upkeep.gone(profile);
      }
    },

    /** A session's time has passed, whatever the clock says. Another that came after it is left alone. */
    sessionEnded(profile: string, expiresAt: number): void {
      const state = states.get(profile);
      if (state.state === 'active' && state.expiresAt === expiresAt) expire(profile, expiresAt);
    },

    /** Marks what ran out. The active profile stays the active one, so that it can be renewed. */
    sweepExpired(): void {
      for (const profile of states.profiles()) {
        const state = states.get(profile);
        if (state.state === 'active' && state.expiresAt <= awsClock.now()) {
          expire(profile, state.expiresAt);
        }
      }
    },
  };
}
