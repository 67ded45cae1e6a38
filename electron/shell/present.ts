import { type BrowserWindow, screen } from 'electron';
import { placeCentred, type Size } from './placement.ts';
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

/** Shows a window in the middle of the display that the pointer is on, unless it shows already. */
export function showCentred(window: BrowserWindow, size: Size, focus: Focus = 'take-focus'): void {
  if (!window.isVisible()) {
    const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
    const { x, y } = placeCentred(size, workArea);
    window.setPosition(x, y);
  }
  if (focus === 'leave-focus') {
    window.showInactive();
    return;
  }
  window.show();
  window.focus();
}
