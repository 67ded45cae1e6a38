import { failure } from '../../electron/core/failure.ts';
import { text } from '../text.ts';
import { bad, good } from './fake-client.ts';
import { keyScenes } from './key-scenes.ts';
import { mfaDevices } from './mfa-device-scenes.tsx';
import { press, scrolledTo } from './press.tsx';
import { aCatalog, noNetwork, someRows, someSessions } from './profiles.ts';
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
  const care = settings(
    keys.catalog(rows),
    active,
    { section: 'access-keys' },
    { ...keys.kept, ...keys.clear, ...keys.care },
  );
  const rotation = settings(aCatalog(rows), active, { section: 'access-keys' }, keys.rotated);
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
    'settings-failed': press(
      settings(aCatalog(rows), active, { section: 'profiles' }, { openConsole: () => bad(noNetwork) }),
      /^Console$/,
    ),
    'settings-mfa': mfa,
    'settings-mfa-none': settings(
      aCatalog(rows),
      active,
      { section: 'mfa-devices' },
      { listMfaDevices: () => good({ devices: [], problems: [] }) },
    ),
    'settings-mfa-refused': press(
      settings(
        aCatalog(rows),
        active,
        { section: 'mfa-devices' },
        { listMfaDevices: () => good({ devices: mfaDevices, problems: [noNetwork] }) },
      ),
      /^Ask AWS$/,
    ),
    'settings-mfa-forget': press(mfa, /^Forget secret/),
    'settings-keys': settings(aCatalog(rows), active, { section: 'access-keys' }, keys.kept),
    'settings-keys-none': settings(
      aCatalog(rows),
      active,
      { section: 'access-keys' },
      { ...keys.kept, listAccessKeys: () => good({ accessKeys: [] }) },
    ),
    'settings-keys-care': care,
    'settings-keys-rotate': press(care, /^Rotate…$/),
    'settings-keys-rotated': press(press(rotation, /^Go on rotating…$/), /^Rotate$/),
    'settings-keys-put-back': press(care, /^Put back…$/),
    'settings-keys-remove': press(care, /^Remove…$/),
    'settings-keys-move': press(care, /^Move…$/),
  };
}
