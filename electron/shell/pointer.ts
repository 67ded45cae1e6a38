import { type Display, screen } from 'electron';
import { pointerOnX11 } from '../host/pointer-x11.ts';
import type { Point } from './placement.ts';
import { onWayland } from './wayland.ts';

/** Where the pointer is, in display coordinates; `undefined` where nobody says: under Wayland. */
export function pointerPlace(): Point | undefined {
  if (onWayland()) return undefined;
  const pixel = process.platform === 'linux' ? pointerOnX11() : undefined;
  if (!pixel) return screen.getCursorScreenPoint();
  // Electron 33 has no such call on Linux, nor displays of different scales.
  if (typeof screen.screenToDipPoint === 'function') return screen.screenToDipPoint(pixel);
  const { scaleFactor } = screen.getPrimaryDisplay();
  return { x: Math.floor(pixel.x / scaleFactor), y: Math.floor(pixel.y / scaleFactor) };
}

/** The display that a person looks at: where their pointer is. */
export function displayAt(pointer: Point | undefined): Display {
  return pointer ? screen.getDisplayNearestPoint(pointer) : screen.getPrimaryDisplay();
}
