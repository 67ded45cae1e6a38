import type { Client } from '../electron/core/client.ts';
import type { WindowName } from '../electron/core/contract.ts';

declare global {
  interface Window {
    /** What the preload script offers this window: the calls of its own door and no others. */
    readonly rolecall: Client<WindowName>;
  }
}
