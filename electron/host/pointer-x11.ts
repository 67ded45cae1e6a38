import koffi from 'koffi';

/** A place on X's screen, in its pixels, over all monitors. */
interface Pixel {
  readonly x: number;
  readonly y: number;
}

/**
 * Where the pointer is, by X's own word: Electron since 29 says where it was when
 * it last crossed a window of the program. A connection for each question, since
 * Xlib ends the process when one that it has is cut. `undefined` when X is not to
 * be asked.
 * @see https://github.com/electron/electron/issues/42519
 */
export function pointerOnX11(load: typeof koffi.load = koffi.load): Pixel | undefined {
  try {
    const x11 = load('libX11.so.6');
    const open = x11.func('void *XOpenDisplay(const char *name)');
    const rootOf = x11.func('ulong XDefaultRootWindow(void *display)');
    const query = x11.func(
      'int XQueryPointer(void *display, ulong window, _Out_ ulong *root, _Out_ ulong *child, _Out_ int *rootX, _Out_ int *rootY, _Out_ int *x, _Out_ int *y, _Out_ uint *mask)',
    );
    const close = x11.func('int XCloseDisplay(void *display)');
    const display: unknown = open(null);
    if (display === null) return undefined;
    try {
      const [x, y] = [[0], [0]];
      const isHere = query(display, rootOf(display), [0], [0], x, y, [0], [0], [0]) !== 0;
      return isHere && x[0] !== undefined && y[0] !== undefined ? { x: x[0], y: y[0] } : undefined;
    } finally {
      close(display);
    }
  } catch {
    return undefined;
  }
}
