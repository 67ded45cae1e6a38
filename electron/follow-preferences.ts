import { app, globalShortcut, nativeTheme } from 'electron';
import type { Failure } from './core/failure.ts';
import type { PreferenceStore } from './core/preference-store.ts';
import type { Preferences, RefusedPreferences } from './core/preferences.ts';
import { followLoginItem } from './follow-login-item.ts';
import { createLoginItem } from './host/login-item.ts';
import { createShortcut } from './shell/shortcut.ts';
import { onWayland } from './shell/wayland.ts';

/** What the system does of the preferences, as far as it is known. */
export interface PreferencesInForce {
  refused(): RefusedPreferences;
  /** Looks again at what the person can also set in the system's own settings, and follows it. */
  lookAgain(): Promise<void>;
}

/**
 * Brings the preferences that are the system's business into force, now and
 * whenever they change. What it refuses at the start is told, since nobody looks
 * at the settings then; later it stands there.
 */
export async function followPreferences(parts: {
  readonly preferences: PreferenceStore;
  /** How the program is started at login. */
  readonly command: readonly string[];
  readonly home: string;
  readonly toggleList: () => void;
  readonly tell: (failure: Failure) => void;
  readonly onRefused: (refused: RefusedPreferences) => void;
}): Promise<PreferencesInForce> {
  const { preferences, command, home, toggleList, tell, onRefused } = parts;
  const shortcut = createShortcut({ globalShortcut, onPressed: toggleList, onWayland: onWayland() });
  let refused: RefusedPreferences = {};
  const note = (changed: RefusedPreferences) => {
    refused = { ...refused, ...changed };
    onRefused(refused);
  };
  const { platform, env } = process;
  const startAtLogin = followLoginItem({
    item: await createLoginItem({ platform, command, env, home, system: app }),
    preferences,
    onRefused: (failure) => note({ startAtLogin: failure }),
  });

  const follow = ({ theme, shortcut: keys }: Preferences) => {
    nativeTheme.themeSource = theme;
    const taken = shortcut.set(keys);
    note({ shortcut: taken.ok ? undefined : taken.failure });
  };
  follow(preferences.get());
  if (refused.shortcut) tell(refused.shortcut);
  preferences.onChange(follow);
  // Nothing waits for it.
  void startAtLogin.look();
  return { refused: () => refused, lookAgain: startAtLogin.look };
}
