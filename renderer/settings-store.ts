import { createStore } from 'zustand/vanilla';
import type { Client } from '../electron/core/client.ts';
import type { Overview, Sessions, SettingsSection, SettingsTarget } from '../electron/core/contract.ts';
import type { Failure } from '../electron/core/failure.ts';
import type { LockState } from '../electron/core/lock/lock.ts';
import type { Stop } from '../electron/core/ports.ts';
import type { Preferences, RefusedPreferences } from '../electron/core/preferences.ts';

export interface SettingsState {
  readonly section: SettingsSection;
  /** The profile that the page of profiles shows. */
  readonly profile: string | null;
  /** Not known yet: `undefined`. */
  readonly overview: Overview | undefined;
  readonly sessions: Sessions;
  readonly preferences: Preferences | undefined;
  readonly refused: RefusedPreferences;
  /** Not known yet: `undefined`. */
  readonly lock: LockState | undefined;
  /** Lines of profiles that were typed and not yet written, by `draftKey`. */
  readonly drafts: ReadonlyMap<string, Draft>;
  /** The last call that failed. */
  readonly failure: Failure | null;
}

/** A line of a profile as somebody typed it, over what the file said then. */
export interface Draft {
  readonly typed: string;
  readonly over: string;
}

export const draftKey = (profile: string, key: string) => `${profile}\n${key}`;

/** The settings window's one store. A page keeps what only it knows to itself. */
export function createSettingsStore(client: Client<'settings'>) {
  const store = createStore<SettingsState>(() => ({
    section: 'profiles',
    profile: null,
    overview: undefined,
    sessions: { activeProfile: null, byProfile: {} },
    preferences: undefined,
    refused: {},
    lock: undefined,
    drafts: new Map(),
    failure: null,
  }));
  const { setState: set } = store;

  const aim = ({ section, profile }: SettingsTarget) =>
    set({ ...(section && { section }), ...(profile !== undefined && { profile }) });

  const actions = {
    show: (section: SettingsSection) => set({ section, failure: null }),
    choose: (profile: string) => set({ profile }),
    dismiss: () => set({ failure: null }),
    fail: (failure: Failure) => set({ failure }),

    /** Kept while the window is open: who looks at another page comes back to it. `null` gives it up. */
    draft(key: string, draft: Draft | null): void {
      const drafts = new Map(store.getState().drafts);
      if (draft) drafts.set(key, draft);
      else drafts.delete(key);
      set({ drafts });
    },

    async unlock(): Promise<void> {
      const unlocked = await client.unlock({});
      set({ failure: unlocked.ok || unlocked.failure.kind === 'cancelled' ? null : unlocked.failure });
    },

    /** Shown at once, and put right if it could not be saved. */
    async change(change: Partial<Preferences>): Promise<void> {
      const { preferences } = store.getState();
      if (preferences) set({ preferences: { ...preferences, ...change } });
      const saved = await client.changePreferences({ change });
      set(saved.ok ? { preferences: saved.value, failure: null } : { preferences, failure: saved.failure });
    },

    async load(): Promise<void> {
      const [target, overview, preferences, refused, lock] = await Promise.all([
        client.settingsTarget({}),
        client.overview({}),
        client.preferences({}),
        client.refusedPreferences({}),
        client.lockState({}),
      ]);
      // Not to know is no lock: what is refused then says so itself.
      set({ lock: lock.ok ? lock.value.lock : { locked: false } });
      if (target.ok) aim(target.value);
      if (overview.ok) set(overview.value);
      else set({ failure: overview.failure });
      if (preferences.ok) set({ preferences: preferences.value });
      if (refused.ok) set({ refused: refused.value });
    },
  };

  /** Follows main's events until stopped. */
  function follow(): Stop {
    const stops = [
      client.on('listChanged', (overview) => set({ overview })),
      client.on('sessionsChanged', (sessions) => set({ sessions })),
      client.on('preferencesChanged', (preferences) => set({ preferences })),
      client.on('refusedPreferencesChanged', (refused) => set({ refused })),
      client.on('settingsTargetChanged', aim),
      client.on('lockChanged', (lock) => set({ lock, failure: null })),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }

  return { store, actions, client, follow };
}

export type SettingsStore = ReturnType<typeof createSettingsStore>;
