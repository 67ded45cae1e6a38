import { makeWindow } from './make-window.ts';
import { createOneWindow } from './one-window.ts';
import { windowSizes } from './window-sizes.ts';

const size = windowSizes['access-key'];

/**
 * The window that takes an access key, for the profile that is its target. Its
 * renderer process is its own (see `makeWindow`) and ends with the window, and
 * the typed secret with it.
 */
export function createAccessKeyWindow({ preloadFile }: { readonly preloadFile: string }) {
  const make = () =>
    makeWindow('access-key', preloadFile, {
      ...size,
      minimizable: false,
      useContentSize: true,
    });
  return createOneWindow<string | null>({ make, size, target: null });
}
