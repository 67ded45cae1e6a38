import { app } from 'electron';

/**
 * Whether windows are a Wayland compositor's, by what Chromium looks at: it takes
 * Wayland where a session has it unless it is told otherwise (Electron before 38
 * only when it is told so; what is done for Wayland harms nothing there).
 */
export function onWayland(env: Readonly<Record<string, string | undefined>> = process.env): boolean {
  if (process.platform !== 'linux' || !env.WAYLAND_DISPLAY) return false;
  return app.commandLine.getSwitchValue('ozone-platform') !== 'x11';
}

/** Under Wayland, keys from anywhere are the portal's to give. Before Electron is ready. */
export function askPortalForShortcuts(): void {
  if (onWayland()) app.commandLine.appendSwitch('enable-features', 'GlobalShortcutsPortal');
}
