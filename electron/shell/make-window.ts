import { app, BrowserWindow, type BrowserWindowConstructorOptions, nativeTheme } from 'electron';
import type { WindowName } from '../core/contract.ts';
import { callsNowSwitch, callsSwitch } from './channels.ts';
import { callsThrough, isAtOnce } from './doors.ts';
import { appOrigin } from './origin.ts';

/** As in `renderer/styles/tokens.css`: what stands there until the page is painted. */
const canvas = { light: '#f7f7f5', dark: '#1b1b1d' };

/**
 * A window of the program, not shown yet. Each door has a Chromium session of
 * its own, which lives in memory only: so windows never share a renderer
 * process, and pages leave nothing on the disk.
 */
export function makeWindow(
  door: WindowName,
  preloadFile: string,
  options: Omit<BrowserWindowConstructorOptions, 'webPreferences'>,
): BrowserWindow {
  const calls = callsThrough(door);
  const window = new BrowserWindow({
    show: false,
    // Until the page says its own.
    title: 'Rolecall',
    resizable: false,
    maximizable: false,
    fullscreenable: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? canvas.dark : canvas.light,
    ...options,
    webPreferences: {
      preload: preloadFile,
      // No "persist:" prefix: nothing of it is written.
      partition: `rolecall-${door}`,
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      experimentalFeatures: false,
      allowRunningInsecureContent: false,
      spellcheck: false,
      disableDialogs: true,
      devTools: !app.isPackaged,
      additionalArguments: [`${callsSwitch}${calls}`, `${callsNowSwitch}${calls.filter(isAtOnce)}`],
    },
  });
  // Rejects when the window is closed before its page is there: no failure of anything.
  window.loadURL(`${appOrigin}/${door}.html`).catch(() => undefined);
  return window;
}
