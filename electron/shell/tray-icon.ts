import { EXPIRING_MS } from '../core/time-left.ts';
import { activeRow, activeSession, type TrayState } from './tray-state.ts';

export type TrayIcon = 'idle' | 'active' | 'production' | 'expiring' | 'attention' | 'locked';

/** Which image the tray shows. `attention`: nothing goes on without the person. */
export function trayIcon(state: TrayState, now: number): TrayIcon {
  if (state.locked) return 'locked';
  if (state.questionWaits) return 'attention';
  const session = activeSession(state)?.session;
  switch (session?.state) {
    case 'active':
      if (session.expiresAt <= now) return 'attention';
      if (session.expiresAt - now < EXPIRING_MS) return 'expiring';
      return activeRow(state)?.production ? 'production' : 'active';
    case 'expired':
    case 'failed':
      return 'attention';
    default:
      return 'idle';
  }
}

/** The image's file name in `assets/tray`. macOS recolours images named `…Template`. */
export function trayIconFile(icon: TrayIcon, platform: NodeJS.Platform): string {
  return platform === 'darwin' ? `${icon}Template.png` : `${icon}.png`;
}
