import type { BrowserWindow } from 'electron';
import type { MfaDeviceTarget } from '../core/contract.ts';
import { makeWindow } from './make-window.ts';
import { onceShowable, showCentred } from './present.ts';
import { windowSizes } from './window-sizes.ts';

const SIZE = windowSizes['mfa-device'];

/**
 * The window that sets an authenticator app up or takes a seed. The secret is in its renderer process only, which is
 * its own (see `makeWindow`) and ends with the window.
 */
export function createMfaDeviceWindow(options: { readonly preloadFile: string; readonly onClosed: () => void }) {
  let window: BrowserWindow | undefined;
  let target: MfaDeviceTarget = {};

  function make(): BrowserWindow {
    const made = makeWindow('mfa-device', options.preloadFile, {
      ...SIZE,
      title: 'MFA device – Rolecall',
      minimizable: false,
      useContentSize: true,
    });
    // The picture of a seed has no place in a screenshot or a shared screen, where the system can leave a window out.
    made.setContentProtection(true);
    onceShowable(made, () => showCentred(made, SIZE));
    made.on('closed', () => {
      if (window === made) window = undefined;
      options.onClosed();
    });
    made.webContents.on('render-process-gone', () => made.destroy());
    return made;
  }

  return {
    current: () => window,
    target: () => target,
    /** Opens it anew: what was shown for another device does not stay. */
    show(next: MfaDeviceTarget): void {
      target = next;
      window?.destroy();
      window = make();
    },
    close(): void {
      window?.destroy();
    },
  };
}
