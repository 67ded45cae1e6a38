import { app, globalShortcut, nativeTheme } from 'electron';
import type { Failure } from './core/failure.ts';
import type { PreferenceStore } from './core/preference-store.ts';
import type { Preferences, RefusedPreferences } from './core/preferences.ts';
import { createLoginItem, noLoginItem } from './host/login-item.ts';
import { createShortcut } from './shell/shortcut.ts';
import { onWayland } from './shell/wayland.ts';

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
  readonly openPopover: () => void;
  readonly tell: (failure: Failure) => void;
  readonly onRefused: (refused: RefusedPreferences) => void;
}): Promise<() => RefusedPreferences> {
  const { preferences, command, home, openPopover, tell, onRefused } = parts;
  const shortcut = createShortcut({ globalShortcut, onPressed: openPopover, onWayland: onWayland() });
  const loginItem = await createLoginItem({
    platform: process.platform,
    command,
    env: process.env,
    home,
    setLoginItem: (item) => app.setLoginItemSettings(item),
  });
  let startsAtLogin = preferences.get().startAtLogin;
  let refused: RefusedPreferences = {};
  const note = (changed: RefusedPreferences) => {
    refused = { ...refused, ...changed };
    onRefused(refused);
  };

  const follow = ({ theme, shortcut: keys }: Preferences) => {
    nativeTheme.themeSource = theme;
    const taken = shortcut.set(keys);
    note({ shortcut: taken.ok ? undefined : taken.failure });
  };
  follow(preferences.get());
  if (refused.shortcut) tell(refused.shortcut);
  preferences.onChange((changed) => {
    follow(changed);
    if (changed.startAtLogin === startsAtLogin) return;
    startsAtLogin = changed.startAtLogin;
    void loginItem
      .set(startsAtLogin)
      .then(() => undefined, noLoginItem)
      .then((startAtLogin) => note({ startAtLogin }));
  });
  return () => refused;
}
