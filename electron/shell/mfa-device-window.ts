import type { MfaDeviceTarget } from '../core/contract.ts';
import { makeWindow } from './make-window.ts';
import { createOneWindow } from './one-window.ts';
import { windowSizes } from './window-sizes.ts';

const size = windowSizes['mfa-device'];

/**
 * The window that sets an authenticator app up or takes a seed. The secret is in its renderer process only, which is
 * its own (see `makeWindow`) and ends with the window.
 */
export function createMfaDeviceWindow(options: { readonly preloadFile: string; readonly onClosed: () => void }) {
  function make() {
    const made = makeWindow('mfa-device', options.preloadFile, {
      ...size,
      minimizable: false,
      useContentSize: true,
    });
    // The picture of a seed has no place in a screenshot or a shared screen, where the system can leave a window out.
    made.setContentProtection(true);
    return made;
  }
  return createOneWindow<MfaDeviceTarget>({ make, size, target: {}, onClosed: options.onClosed });
}
