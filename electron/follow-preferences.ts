import { app, globalShortcut, nativeTheme } from 'electron';
import type { Failure } from './core/failure.ts';
import type { PreferenceStore } from './core/preference-store.ts';
import type { Preferences } from './core/preferences.ts';
import { createLoginItem, noLoginItem } from './host/login-item.ts';
import { createShortcut } from './shell/shortcut.ts';

/** Brings the preferences that are the system's business into force, now and whenever they change. */
export async function followPreferences(parts: {
  readonly preferences: PreferenceStore;
  /** How the program is started at login. */
  readonly command: readonly string[];
  readonly home: string;
  readonly openPopover: () => void;
  readonly tell: (failure: Failure) => void;
}): Promise<void> {
  const { preferences, command, home, openPopover, tell } = parts;
  const shortcut = createShortcut(globalShortcut, openPopover);
  const loginItem = await createLoginItem({
    platform: process.platform,
    command,
    env: process.env,
    home,
    setLoginItem: (item) => app.setLoginItemSettings(item),
  });
  let startsAtLogin = preferences.get().startAtLogin;

  const follow = ({ theme, shortcut: keys }: Preferences) => {
    nativeTheme.themeSource = theme;
    const taken = shortcut.set(keys);
    if (!taken.ok) tell(taken.failure);
  };
  follow(preferences.get());
  preferences.onChange((changed) => {
    follow(changed);
    if (changed.startAtLogin === startsAtLogin) return;
    startsAtLogin = changed.startAtLogin;
    loginItem.set(startsAtLogin).catch((error: unknown) => tell(noLoginItem(error)));
  });
}
