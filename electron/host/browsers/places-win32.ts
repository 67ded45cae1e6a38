import { win32 } from 'node:path';
import type { BrowserId } from '../../core/console/browser-choice.ts';
import type { BrowserPlaces } from './browser-places.ts';

const { join } = win32;

const apps: readonly (readonly [browser: BrowserId, program: string, data: string])[] = [
  ['chrome', 'Google\\Chrome\\Application\\chrome.exe', 'Google\\Chrome\\User Data'],
  ['chromium', 'Chromium\\Application\\chrome.exe', 'Chromium\\User Data'],
  ['edge', 'Microsoft\\Edge\\Application\\msedge.exe', 'Microsoft\\Edge\\User Data'],
  ['brave', 'BraveSoftware\\Brave-Browser\\Application\\brave.exe', 'BraveSoftware\\Brave-Browser\\User Data'],
  ['vivaldi', 'Vivaldi\\Application\\vivaldi.exe', 'Vivaldi\\User Data'],
];

/** For everybody, then for this user. From documentation, not run here. */
export const win32Places: BrowserPlaces = ({ env, home }) => {
  const local = env.LOCALAPPDATA || join(home, 'AppData\\Local');
  const roaming = env.APPDATA || join(home, 'AppData\\Roaming');
  const folders = [env.ProgramFiles, env['ProgramFiles(x86)'], local].filter((folder) => folder !== undefined);
  return folders.flatMap((folder) => [
    ...apps.map(([browser, program, data]) => ({ browser, program: join(folder, program), data: join(local, data) })),
    {
      browser: 'firefox' as const,
      program: join(folder, 'Mozilla Firefox\\firefox.exe'),
      data: join(roaming, 'Mozilla\\Firefox'),
    },
  ]);
};
