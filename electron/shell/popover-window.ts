import { app, BrowserWindow, type Rectangle, screen } from 'electron';
import type { Clock, Stop } from '../core/ports.ts';
import { makeWindow } from './make-window.ts';
import { fitting, GAP, placePopover } from './placement.ts';
import { displayAt, pointerPlace } from './pointer.ts';
import { isPlaced, onceShowable } from './present.ts';
import { onWayland } from './wayland.ts';
import { windowSizes } from './window-sizes.ts';

const SIZE = windowSizes.popover;
/** Made that long after a start without a window, when the start's own work is done. */
const PREPARE_MS = 500;
/** A click on the tray icon takes the focus away first; the click that follows must not open it again. */
const REOPEN_GUARD_MS = 250;
/** Between two windows of ours the focus is nowhere for a moment. */
const FOCUS_SETTLES_MS = 100;
/** Until then a window manager has put a window where it will. */
const PLACE_SETTLES_MS = 150;

export interface PopoverOptions {
  readonly preloadFile: string;
  readonly clock: Clock;
  readonly trayBounds: () => Rectangle | undefined;
  /** Without a tray host there is no other way back to a hidden window, so it stays an ordinary one. */
  readonly hasTrayHost: () => boolean;
}

/**
 * The list's window: made before it is first wanted, hidden rather
 * than closed. To make a window takes longer than a person should wait for a list
 * that they open fifty times a day ([decision 24](docs/decisions/0024-the-popover-is-kept-ready.md)).
 */
export function createPopover({ preloadFile, clock, trayBounds, hasTrayHost }: PopoverOptions) {
  let window: BrowserWindow | undefined;
  let ordinary = false;
  let showable = false;
  let wanted = false;
  let hiddenAt = Number.NEGATIVE_INFINITY;
  let stopPreparing: Stop | undefined;
  let stopSettling: Stop | undefined;
  let stopPlacing: Stop | undefined;

  function make(isWanted: boolean): BrowserWindow {
    ordinary = !hasTrayHost();
    showable = false;
    const made = makeWindow('popover', preloadFile, {
      ...SIZE,
      title: 'Rolecall',
      frame: ordinary,
      skipTaskbar: !ordinary,
      minimizable: ordinary,
      resizable: ordinary,
      useContentSize: true,
      // A page that is painted before it is shown takes itself for visible, and its clocks run.
      paintWhenInitiallyHidden: isWanted,
    });
    const ready = () => {
      showable = true;
      if (wanted) present(made);
    };
    if (isWanted) onceShowable(made, ready);
    else made.webContents.once('did-finish-load', ready);
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
    const place = isPlaced(target) ? undefined : placeNow();
    if (place) target.setBounds(place);
    if (target.isMinimized()) target.restore();
    target.show();
    target.focus();
    if (place && !ordinary) keepAt(target, place);
  }

  function placeNow(): Partial<Rectangle> {
    const icon = trayBounds();
    const pointer = pointerPlace();
    const display = icon ? screen.getDisplayMatching(icon) : displayAt(pointer);
    const size = fitting(SIZE, display.workArea, { width: 0, height: 2 * GAP });
    const place = placePopover(size, display, { icon, pointer });
    // An ordinary window has the size that the person gave it.
    return ordinary ? place : { ...place, ...size };
  }

  /** A busy window manager may lose the place of a window that it is still hiding, and puts it into the corner. */
  function keepAt(target: BrowserWindow, place: Partial<Rectangle>): void {
    stopPlacing?.();
    stopPlacing = clock.after(PLACE_SETTLES_MS, () => {
      if (target.isDestroyed() || !target.isVisible()) return;
      const { x, y } = target.getBounds();
      if (x !== place.x || y !== place.y) target.setBounds(place);
    });
  }

  function show(): void {
    stopPreparing?.();
    // Asked for while the focus of what was there before settles: that is over.
    stopSettling?.();
    wanted = true;
    window ??= make(true);
    if (showable) present(window);
  }

  function hide(): void {
    wanted = false;
    if (!window?.isVisible()) return;
    hiddenAt = clock.now();
    window.hide();
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
    /** Makes the window, so that opening it is only showing it. Not under Wayland, where a hidden window has nothing to be made on. */
    prepare(): void {
      if (onWayland()) return;
      stopPreparing = clock.after(PREPARE_MS, () => {
        window ??= make(false);
      });
    },
    show,
    hide,
    /** What it was opened for is done. */
    leave(): void {
      if (!ordinary) hide();
    },
    /** For the keys from anywhere, which take no focus away: they close what they opened. */
    toggleByKeys(): void {
      if (window?.isVisible() && window.isFocused()) hide();
      else show();
    },
    /** For a click on the tray icon. */
    toggle(): void {
      if (window?.isVisible() && window.isFocused()) hide();
      else if (Math.abs(clock.now() - hiddenAt) > REOPEN_GUARD_MS) show();
    },
    end(): void {
      app.off('browser-window-blur', onBlur);
      stopSettling?.();
      stopPreparing?.();
      stopPlacing?.();
      window?.destroy();
    },
  };
}
