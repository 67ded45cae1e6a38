import type { Sessions } from '../contract.ts';
import type { Stop } from '../ports.ts';
import type { SessionState } from '../session.ts';
import type { AwsClock } from '../time/aws-clock.ts';

/**
 * What every surface shows of the sessions: one state per profile, and which
 * profile is the active one. Inside, sessions end by AWS's clock; in the view
 * they end by this computer's, so that a countdown beside it is right.
 */
export function createSessionStates({ toLocal, onChange: onClockChange }: Pick<AwsClock, 'toLocal' | 'onChange'>) {
  const byProfile = new Map<string, SessionState>();
  const listeners = new Set<(sessions: Sessions) => void>();
  let activeProfile: string | null = null;

  const view = (): Sessions => ({
    activeProfile,
    byProfile: Object.fromEntries([...byProfile].map(([profile, state]) => [profile, shown(state)])),
  });
  const shown = (state: SessionState): SessionState => {
    if (state.state === 'expired') return { ...state, expiredAt: toLocal(state.expiredAt) };
    if (state.state !== 'active') return state;
    return { ...state, startedAt: toLocal(state.startedAt), expiresAt: toLocal(state.expiresAt) };
  };
  const changed = () => {
    for (const listener of listeners) listener(view());
  };

  onClockChange(changed);

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
