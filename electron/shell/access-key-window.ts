import { type BrowserWindow, screen } from 'electron';
import { makeWindow } from './make-window.ts';
import { placeCentred } from './placement.ts';
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
    made.once('ready-to-show', () => {
      const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
      const { x, y } = placeCentred(SIZE, workArea);
      made.setPosition(x, y);
      made.show();
      made.focus();
    });
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
