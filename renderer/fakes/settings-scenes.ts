import { failure } from '../../electron/core/failure.ts';
import { text } from '../text.ts';
import { good } from './fake-client.ts';
import { keyScenes } from './key-scenes.ts';
import { mfaDevices } from './mfa-device-scenes.tsx';
import { press, scrolledTo } from './press.tsx';
import { aCatalog, someRows, someSessions } from './profiles.ts';
import type { Scenes } from './scene.ts';
import { settings } from './windows.tsx';

const MINUTE = 60_000;
const noKeys = failure(
  'not-supported',
  'The system does not give Rolecall the keys Control+Alt+R: another program has them, or they cannot be used.',
  'Choose others, or open Rolecall by its icon.',
);

const noStart = failure(
  'not-supported',
  'Starting Rolecall at login could not be set (EROFS).',
  'Set it in the settings of your system.',
);

/** Pages of the settings that have one state each. */
export function settingsScenes(now: number): Scenes {
  const rows = someRows(now);
  const active = someSessions(now);
  const keys = keyScenes(now);
  const mfa = settings(
    aCatalog(rows),
    active,
    { section: 'mfa-devices' },
    { listMfaDevices: () => good({ devices: mfaDevices, problems: [] }) },
  );
  return {
    'settings-locked': settings(
      aCatalog(rows),
      active,
      { section: 'profiles' },
      { lockState: () => good({ lock: { locked: true, reason: 'screen-lock', lockedAt: now - 12 * MINUTE } }) },
    ),
    'settings-lock': settings(aCatalog(rows), active, { section: 'lock' }),
    'settings-general': settings(aCatalog(rows), active, { section: 'general' }),
    'settings-general-refused': settings(
      aCatalog(rows),
      active,
      { section: 'general' },
      { refusedPreferences: () => good({ startAtLogin: noStart }) },
    ),
    'settings-shortcuts': settings(aCatalog(rows), active, { section: 'shortcuts' }),
    'settings-shortcuts-more': scrolledTo(
      settings(aCatalog(rows), active, { section: 'shortcuts' }),
      text.shortcuts.tables.pick,
    ),
    'settings-shortcuts-refused': settings(
      aCatalog(rows),
      active,
      { section: 'shortcuts' },
      { refusedPreferences: () => good({ shortcut: noKeys }) },
    ),
    'settings-about': settings(
      aCatalog(rows),
      active,
      { section: 'about' },
      {
        about: () =>
          good({
            version: '0.1.0',
            runtime: 'Electron 45.4.1',
            folder: '/home/anna/.local/share/rolecall',
            memory: 'closed' as const,
          }),
      },
    ),
    'settings-mfa': mfa,
    'settings-mfa-forget': press(mfa, /^Forget secret/),
    'settings-keys': settings(aCatalog(rows), active, { section: 'access-keys' }, keys.kept),
    'settings-keys-care': settings(
      keys.catalog(rows),
      active,
      { section: 'access-keys' },
      { ...keys.kept, ...keys.clear, ...keys.care },
    ),
  };
}
