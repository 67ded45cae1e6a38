import type { BrowserWindow } from 'electron';
import { makeWindow } from './make-window.ts';
import { onceShowable, showCentred } from './present.ts';
import { windowSizes } from './window-sizes.ts';

const SIZE = windowSizes['access-key'];

/**
 * The window that takes an access key. Its renderer process is its own (see
 * `makeWindow`) and ends with the window, and the typed secret with it.
 */
export function createAccessKeyWindow({ preloadFile }: { readonly preloadFile: string }) {
  let window: BrowserWindow | undefined;
  let target: string | null = null;

  function make(): BrowserWindow {
    const made = makeWindow('access-key', preloadFile, {
      ...SIZE,
      title: 'Add access key – Rolecall',
      minimizable: false,
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
    /** The profile it was opened for. */
    target: () => target,
    /** Opens it anew: what was typed for another profile does not stay. */
    show(profile: string | null): void {
      target = profile;
      window?.destroy();
      window = make();
    },
    close(): void {
      window?.destroy();
    },
  };
}
