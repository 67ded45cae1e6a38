import type { Sessions } from './contract.ts';
import type { Stop } from './ports.ts';
import type { SessionState } from './session.ts';

/** What every surface shows of the sessions: one state per profile, and which profile is the active one. */
export function createSessionStates() {
  const byProfile = new Map<string, SessionState>();
  const listeners = new Set<(sessions: Sessions) => void>();
  let activeProfile: string | null = null;

  const view = (): Sessions => ({ activeProfile, byProfile: Object.fromEntries(byProfile) });
  const changed = () => {
    for (const listener of listeners) listener(view());
  };

  return {
    view,
    get: (profile: string): SessionState => byProfile.get(profile) ?? { state: 'inactive' },
    profiles: () => [...byProfile.keys()],
    activeProfile: () => activeProfile,
    set(profile: string, state: SessionState): void {
      if (state.state === 'inactive') byProfile.delete(profile);
      else byProfile.set(profile, state);
      changed();
    },
    activate(profile: string | null): void {
      activeProfile = profile;
      changed();
    },
    onChange(listener: (sessions: Sessions) => void): Stop {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export type SessionStates = ReturnType<typeof createSessionStates>;
