import { type BrowserWindow, screen } from 'electron';
import { fitting, isInView, placeCentred, type Size } from './placement.ts';
import { displayAt, pointerPlace } from './pointer.ts';
import { onWayland } from './wayland.ts';

/** Whether the person wants the window now, or another program does. */
export type Focus = 'take-focus' | 'leave-focus';

/**
 * Calls back once a new window can be shown: painted, so that it does not flash.
 * Under Wayland at once, since there a window has no surface to paint on before
 * it is shown: what was painted earlier never appears (seen with Electron 33),
 * or `ready-to-show` never comes (from 38 on).
 * @see https://github.com/electron/electron/issues/48859
 */
export function onceShowable(window: BrowserWindow, show: () => void): void {
  if (!onWayland()) window.once('ready-to-show', show);
  else process.nextTick(() => window.isDestroyed() || show());
}

/** What a window manager puts around a window, at most: nobody tells before it is shown. */
const FRAME = { width: 4, height: 40 };

/** Whether a window has a place where a person can see it. What is hidden has none: they may have turned to another monitor. */
export function isPlaced(window: BrowserWindow): boolean {
  return window.isVisible() && isInView(window.getBounds(), screen.getAllDisplays());
}

/** Shows a window in the middle of the display that the pointer is on, unless it shows already. */
export function showCentred(window: BrowserWindow, size: Size, focus: Focus = 'take-focus'): void {
  if (!isPlaced(window)) {
    const { workArea } = displayAt(pointerPlace());
    const fits = fitting(size, workArea, FRAME);
    if (fits.height < size.height || fits.width < size.width) window.setContentSize(fits.width, fits.height);
    const { x, y } = placeCentred(fits, workArea);
    window.setPosition(x, y);
  }
  if (focus === 'leave-focus') {
    window.showInactive();
    return;
  }
  window.show();
  window.focus();
}
