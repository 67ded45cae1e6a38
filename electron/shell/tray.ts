import path from 'node:path';
import { Menu, nativeImage, type Rectangle, Tray } from 'electron';
import type { Clock, Stop } from '../core/ports.ts';
import { together } from './together.ts';
import { trayIcon, trayIconFile } from './tray-icon.ts';
import { type TrayAction, trayMenu } from './tray-menu.ts';
import { nextTrayChangeMs, type TrayState } from './tray-state.ts';
import { trayTitle, trayTooltip } from './tray-tooltip.ts';

export interface TrayOptions {
  /** `dist/assets/tray`. */
  readonly imagesFolder: string;
  readonly clock: Clock;
  readonly state: TrayState;
  readonly onAction: (action: TrayAction) => void;
  /** The icon itself was clicked. */
  readonly onClick: () => void;
}

export interface RolecallTray {
  /** Shown a moment later, together with what else changes until then. */
  update(state: TrayState): void;
  /** Looks at the clock again, for after a sleep. */
  refresh(): void;
  /** Where the icon is; `undefined` where the platform does not say (Linux). */
  bounds(): Rectangle | undefined;
  end(): void;
}

/**
 * The icon in the tray. Only what changed is set again, and a switch's states
 * are shown as one change: on Linux each new menu goes over the session bus,
 * where the keychain waits behind it.
 */
export function createTray({ imagesFolder, clock, state: first, onAction, onClick }: TrayOptions): RolecallTray {
  const image = (file: string) => nativeImage.createFromPath(path.join(imagesFolder, file));
  let state = first;
  let shownIcon = trayIconFile(trayIcon(state, clock.now()), process.platform);
  let shownTooltip = '';
  let shownMenu = '';
  let stopTimer: Stop | undefined;
  const tray = new Tray(image(shownIcon));
  tray.setIgnoreDoubleClickEvents(true);
  tray.on('click', onClick);
  // On macOS a context menu swallows the click (not run here), so there it opens by the other button.
  let menu: Menu | undefined;
  if (process.platform === 'darwin') tray.on('right-click', () => tray.popUpContextMenu(menu));

  const changes = together(clock, show);

  function show(): void {
    changes.stop();
    stopTimer?.();
    stopTimer = undefined;
    const now = clock.now();
    const icon = trayIconFile(trayIcon(state, now), process.platform);
    if (icon !== shownIcon) tray.setImage(image(icon));
    shownIcon = icon;
    const tooltip = trayTooltip(state, now);
    if (tooltip !== shownTooltip) tray.setToolTip(tooltip);
    shownTooltip = tooltip;
    // Beside the icon, where the menu bar has room for words (macOS; not run here).
    if (process.platform === 'darwin') tray.setTitle(trayTitle(state, now), { fontType: 'monospacedDigit' });
    showMenu(now);
    const delayMs = nextTrayChangeMs(state, now);
    if (delayMs !== undefined) stopTimer = clock.after(delayMs, show);
  }

  function showMenu(now: number): void {
    const entries = trayMenu(state, now);
    const fingerprint = JSON.stringify(entries);
    if (fingerprint === shownMenu) return;
    shownMenu = fingerprint;
    const template = entries.map((entry): Electron.MenuItemConstructorOptions => {
      if ('separator' in entry) return { type: 'separator' };
      return { label: entry.label, enabled: entry.enabled, click: () => onAction(entry.action) };
    });
    menu = Menu.buildFromTemplate(template);
    if (process.platform !== 'darwin') tray.setContextMenu(menu);
  }

  show();
  return {
    update(next) {
      state = next;
      changes.soon();
    },
    refresh: show,
    bounds() {
      const bounds = tray.getBounds();
      return bounds.width > 0 && bounds.height > 0 ? bounds : undefined;
    },
    end() {
      changes.stop();
      stopTimer?.();
      tray.destroy();
    },
  };
}
