import { powerMonitor, systemPreferences } from 'electron';
import { failure } from '../core/failure.ts';
import type { Person } from '../core/ports.ts';
import { failed, ok } from '../core/result.ts';

/**
 * The person at the computer. Idle time is the system's: X11 counts keyboard and
 * pointer of the whole display; under Wayland the compositor has to tell
 * (GNOME and KDE do), and where it does not, 0 says "just now" and idle time
 * never locks. Touch ID on macOS (not run here); elsewhere Electron offers no
 * authentication, and the click is what confirms.
 */
export function createPerson(platform: NodeJS.Platform = process.platform): Person {
  return {
    idleMs: () => powerMonitor.getSystemIdleTime() * 1000,
    async confirm(reason) {
      if (platform !== 'darwin' || !systemPreferences.canPromptTouchID()) return ok(undefined);
      try {
        await systemPreferences.promptTouchID(reason);
        return ok(undefined);
      } catch {
        return failed(failure('cancelled', 'Touch ID did not confirm that it is you.', 'Try again.'));
      }
    },
  };
}
