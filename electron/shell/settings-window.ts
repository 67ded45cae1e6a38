import type { BrowserWindow } from 'electron';
import type { SettingsTarget } from '../core/contract.ts';
import { makeWindow } from './make-window.ts';
import { onceShowable, showCentred } from './present.ts';
import { windowSizes } from './window-sizes.ts';

const SIZE = windowSizes.settings;
const SMALLEST = { minWidth: 680, minHeight: 440 };

/** The window of details and settings: an ordinary window, made when it is asked for and gone when it is closed. */
export function createSettingsWindow({ preloadFile }: { readonly preloadFile: string }) {
  let window: BrowserWindow | undefined;
  let target: SettingsTarget = {};

  function make(): BrowserWindow {
    const made = makeWindow('settings', preloadFile, {
      ...SIZE,
      ...SMALLEST,
      title: 'Settings · Rolecall',
      resizable: true,
      maximizable: true,
      useContentSize: true,
    });
    onceShowable(made, () => showCentred(made, SIZE));
    made.on('closed', () => {
      if (window === made) window = undefined;
    });
    made.webContents.on('render-process-gone', () => made.destroy());
    return made;
  }

  return {
    current: () => window,
    /** What it was last asked to show. */
    target: () => target,
    /** Opens it, or brings it up; `false` when it was open already and has to be told of the target. */
    show(next: SettingsTarget): boolean {
      target = next;
      if (!window) {
        window = make();
        return true;
      }
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
      return false;
    },
    close(): void {
      window?.destroy();
    },
  };
}
