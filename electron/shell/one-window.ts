import type { BrowserWindow } from 'electron';
import type { Size } from './placement.ts';
import { onceShowable, showCentred } from './present.ts';

/** A window of which there is at most one, made when it is asked for and gone when it is closed. */
export interface OneWindow<T> {
  current(): BrowserWindow | undefined;
  /** What it was last asked to show. */
  target(): T;
  /** Opens it anew: what was shown or typed for another target does not stay. */
  openAnew(next: T): void;
  /** Opens it, or brings it up; `false` when it was open already and has to be told of the target. */
  bringUp(next: T): boolean;
  close(): void;
}

/** `make` may be called again as soon as the window before is closed. */
export function createOneWindow<T>(parts: {
  readonly make: () => BrowserWindow;
  readonly size: Size;
  /** What it shows while nobody asked for anything. */
  readonly target: T;
  readonly onClosed?: () => void;
}): OneWindow<T> {
  const { make, size, onClosed = () => {} } = parts;
  let { target } = parts;
  let window: BrowserWindow | undefined;

  function open(): void {
    const made = make();
    window = made;
    onceShowable(made, () => showCentred(made, size));
    made.on('closed', () => {
      if (window === made) window = undefined;
      onClosed();
    });
    made.webContents.on('render-process-gone', () => made.destroy());
  }

  return {
    current: () => window,
    target: () => target,
    openAnew(next) {
      target = next;
      window?.destroy();
      open();
    },
    bringUp(next) {
      target = next;
      if (!window) {
        open();
        return true;
      }
      if (window.isMinimized()) window.restore();
      showCentred(window, size);
      return false;
    },
    close: () => window?.destroy(),
  };
}
