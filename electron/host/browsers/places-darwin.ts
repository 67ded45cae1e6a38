import { posix } from 'node:path';
import type { BrowserId } from '../../core/console/browser-choice.ts';
import type { BrowserPlaces } from './browser-places.ts';

const { join } = posix;

const apps: readonly (readonly [browser: BrowserId, program: string, data: string])[] = [
  ['chrome', 'Google Chrome.app/Contents/MacOS/Google Chrome', 'Google/Chrome'],
  ['chromium', 'Chromium.app/Contents/MacOS/Chromium', 'Chromium'],
  ['edge', 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge', 'Microsoft Edge'],
  ['brave', 'Brave Browser.app/Contents/MacOS/Brave Browser', 'BraveSoftware/Brave-Browser'],
  ['vivaldi', 'Vivaldi.app/Contents/MacOS/Vivaldi', 'Vivaldi'],
  ['firefox', 'Firefox.app/Contents/MacOS/firefox', 'Firefox'],
];

/** For everybody, then for this user. From documentation, not run here. */
export const darwinPlaces: BrowserPlaces = ({ home }) =>
  ['/Applications', join(home, 'Applications')].flatMap((folder) =>
    apps.map(([browser, program, data]) => ({
      browser,
      program: join(folder, program),
      data: join(home, 'Library/Application Support', data),
    })),
  );
