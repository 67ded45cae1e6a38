import { app, BrowserWindow, type Rectangle, screen } from 'electron';
import type { Clock, Stop } from '../core/ports.ts';
import { makeWindow } from './make-window.ts';
import { placePopover } from './placement.ts';
import { onceShowable } from './present.ts';
import { windowSizes } from './window-sizes.ts';

const SIZE = windowSizes.popover;
/** Kept warm that long after it was last hidden; then its memory (some 30 MB) is given back. */
const WARM_MS = 5 * 60_000;
/** A click on the tray icon takes the focus away first; the click that follows must not open it again. */
const REOPEN_GUARD_MS = 250;
/** Between two windows of ours the focus is nowhere for a moment. */
const FOCUS_SETTLES_MS = 100;

export interface PopoverOptions {
  readonly preloadFile: string;
  readonly clock: Clock;
  readonly trayBounds: () => Rectangle | undefined;
  /** Without a tray host there is no other way back to a hidden window, so it stays an ordinary one. */
  readonly hasTrayHost: () => boolean;
}

/** The list's window: made at the first opening, shown when painted, hidden rather than closed. */
export function createPopover({ preloadFile, clock, trayBounds, hasTrayHost }: PopoverOptions) {
  let window: BrowserWindow | undefined;
  let ordinary = false;
  let painted = false;
  let wanted = false;
  let hiddenAt = Number.NEGATIVE_INFINITY;
  let stopCooling: Stop | undefined;
  let stopSettling: Stop | undefined;

  function make(): BrowserWindow {
    ordinary = !hasTrayHost();
    painted = false;
    const made = makeWindow('popover', preloadFile, {
      ...SIZE,
      title: 'Rolecall',
      frame: ordinary,
      skipTaskbar: !ordinary,
      minimizable: ordinary,
      resizable: ordinary,
      useContentSize: true,
    });
    onceShowable(made, () => {
      painted = true;
      if (wanted) present(made);
    });
    made.on('close', () => {
      wanted = false;
    });
    made.on('closed', () => {
      if (window === made) window = undefined;
    });
    made.webContents.on('render-process-gone', () => made.destroy());
    return made;
  }

  function present(target: BrowserWindow): void {
    const icon = trayBounds();
    const pointer = screen.getCursorScreenPoint();
    const display = icon ? screen.getDisplayMatching(icon) : screen.getDisplayNearestPoint(pointer);
    if (!target.isVisible()) {
      const { x, y } = placePopover(SIZE, display, { icon, pointer });
      target.setPosition(x, y);
    }
    if (target.isMinimized()) target.restore();
    target.show();
    target.focus();
  }

  function show(): void {
    stopCooling?.();
    wanted = true;
    window ??= make();
    if (painted) present(window);
  }

  function hide(): void {
    wanted = false;
    if (!window?.isVisible()) return;
    hiddenAt = clock.now();
    window.hide();
    stopCooling?.();
    stopCooling = clock.after(WARM_MS, () => {
      if (!wanted) window?.destroy();
    });
  }

  // The list stays while a code is typed for it, and goes when the person turns to another program.
  const onBlur = () => {
    stopSettling?.();
    stopSettling = clock.after(FOCUS_SETTLES_MS, () => {
      if (!ordinary && BrowserWindow.getFocusedWindow() === null && !window?.webContents.isDevToolsOpened()) hide();
    });
  };
  app.on('browser-window-blur', onBlur);

  return {
    current: () => window,
    /** After a window that was opened from the list: the focus goes back to it, if it still shows. */
    returnTo(): void {
      if (!ordinary && window?.isVisible()) window.focus();
    },
    show,
    hide,
    /** For a click on the tray icon. */
    toggle(): void {
      if (window?.isVisible() && window.isFocused()) hide();
      else if (Math.abs(clock.now() - hiddenAt) > REOPEN_GUARD_MS) show();
    },
    end(): void {
      app.off('browser-window-blur', onBlur);
      stopSettling?.();
      stopCooling?.();
      window?.destroy();
    },
  };
}
