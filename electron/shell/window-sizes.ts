import type { WindowName } from '../core/contract.ts';
import type { Size } from './placement.ts';

/** The size of each window's content when it opens. */
export const windowSizes: Readonly<Record<WindowName, Size>> = {
  popover: { width: 440, height: 600 },
  mfa: { width: 420, height: 330 },
  'access-key': { width: 460, height: 440 },
  'mfa-device': { width: 460, height: 620 },
  settings: { width: 880, height: 640 },
};
