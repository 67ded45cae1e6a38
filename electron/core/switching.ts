import type { Asker } from './asker.ts';
import type { Broker, Session } from './broker.ts';
import type { CatalogStore } from './catalog.ts';
import { failure } from './failure.ts';
import type { Clock, Signal } from './ports.ts';
import { failed, ok, type Result } from './result.ts';
import type { SessionStates } from './session-states.ts';

export interface SessionRequest {
  readonly asker: Asker;
  readonly mfaCode?: string | undefined;
  readonly signal: Signal;
}

/** Sessions by profile name: gets them from the broker and keeps the states that every surface shows. */
export function createSwitching(parts: { broker: Broker; catalog: CatalogStore; states: SessionStates; clock: Clock }) {
  const { broker, catalog, states, clock } = parts;

  /** A session for a person's act: it also ends "signed out". */
  async function open(profile: string, request: SessionRequest): Promise<Result<Session>> {
    const chain = catalog.chain(profile);
    if (!chain.ok) return chain;
    const before = states.get(profile);
    const cached = broker.peek(chain.value);
    if (!cached) states.set(profile, { state: 'requesting', waitingFor: 'aws', sinceAt: clock.now() });
    const result = await broker.credentials({
      profile,
      chain: chain.value,
      ...request,
      onWaiting: (waitingFor) => states.set(profile, { state: 'requesting', waitingFor, sinceAt: clock.now() }),
    });
    if (result.ok) {
      const { startedAt, credentials } = result.value;
      states.set(profile, { state: 'active', startedAt, expiresAt: credentials.expiresAt, arn: credentials.arn });
    } else if (result.failure.kind === 'cancelled') {
      // Cancel is cancel: as if nobody had asked.
      states.set(profile, before.state === 'requesting' ? { state: 'inactive' } : before);
    } else if (result.failure.kind !== 'signed-out') {
      states.set(profile, { state: 'failed', failure: result.failure, failedAt: clock.now() });
    }
    return result;
  }

  /** A session for a tool. A profile that was signed out stays so until a person switches to it again. */
  async function serve(profile: string, request: SessionRequest): Promise<Result<Session>> {
    if (states.get(profile).state === 'signed-out') return failed(signedOut(profile));
    return open(profile, request);
  }

  return {
    open,
    serve,

    async switchTo(profile: string, request: SessionRequest): Promise<Result<Session>> {
      const result = await open(profile, request);
      if (result.ok) states.activate(profile);
      return result;
    },

    /** The profile a tool means that names none. */
    activeProfile(): Result<string> {
      const active = states.activeProfile();
      return active === null ? failed(noActiveProfile()) : ok(active);
    },

    signOut(profile: string): void {
      const chain = catalog.chain(profile);
      if (chain.ok) broker.forget(chain.value);
      states.set(profile, { state: 'signed-out', signedOutAt: clock.now() });
      if (states.activeProfile() === profile) states.activate(null);
    },

    signOutAll(): string[] {
      const profiles = states.profiles().filter((profile) => states.get(profile).state === 'active');
      broker.forgetAll();
      for (const profile of states.profiles()) states.set(profile, { state: 'signed-out', signedOutAt: clock.now() });
      states.activate(null);
      return profiles;
    },

    /** Marks what ran out. The active profile stays the active one, so that it can be renewed. */
    sweepExpired(): void {
      for (const profile of states.profiles()) {
        const state = states.get(profile);
        if (state.state === 'active' && state.expiresAt <= clock.now()) {
          states.set(profile, { state: 'expired', expiredAt: state.expiresAt });
        }
      }
    },
  };
}

function signedOut(profile: string) {
  return failure(
    'signed-out',
    `You signed out of "${profile}" in Rolecall.`,
    `Sign in again: rolecall switch ${profile}`,
    { profile },
  );
}

function noActiveProfile() {
  return failure(
    'no-active-profile',
    'No role is active in Rolecall.',
    'Choose one in the tray, or: rolecall switch PROFILE',
  );
}
