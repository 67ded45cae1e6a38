import { app, BrowserWindow, type Rectangle } from 'electron';
import type { EventName, EventPayload, MfaQuestion, SettingsTarget, WindowName } from '../core/contract.ts';
import type { Clock } from '../core/ports.ts';
import { createAccessKeyWindow } from './access-key-window.ts';
import { sendEvent } from './ipc.ts';
import { createMfaDeviceWindow } from './mfa-device-window.ts';
import { createMfaWindow } from './mfa-window.ts';
import { createPopover } from './popover-window.ts';
import { createSettingsWindow } from './settings-window.ts';

export interface WindowsOptions {
  /** `dist/preload.cjs`. */
  readonly preloadFile: string;
  readonly clock: Clock;
  readonly trayBounds: () => Rectangle | undefined;
  readonly hasTrayHost: () => boolean;
  /** The person closed the MFA window. */
  readonly onCancelQuestion: (questionId: string) => void;
  /** The window of a new MFA device is gone, however it went. */
  readonly onMfaDeviceClosed: () => void;
}

export type Windows = ReturnType<typeof createWindows>;

/** The program's windows, at most one of each. The program goes on without any. */
export function createWindows(options: WindowsOptions) {
  const { preloadFile, clock, trayBounds, hasTrayHost, onCancelQuestion } = options;
  const popover = createPopover({ preloadFile, clock, trayBounds, hasTrayHost });
  const mfa = createMfaWindow({ preloadFile, onCancel: onCancelQuestion });
  const accessKey = createAccessKeyWindow({ preloadFile });
  const mfaDevice = createMfaDeviceWindow({ preloadFile, onClosed: options.onMfaDeviceClosed });
  const settings = createSettingsWindow({ preloadFile });
  const all: Readonly<Record<WindowName, { current(): BrowserWindow | undefined }>> = {
    popover,
    mfa,
    'access-key': accessKey,
    'mfa-device': mfaDevice,
    settings,
  };
  const doors = Object.keys(all) as WindowName[];
  /** Of the settings' windows the one that led to the prompt that shows; otherwise that was the list, or a tool. */
  let askedFrom: BrowserWindow | null = null;
  // Electron quits after the last window unless someone listens.
  const stayRunning = () => undefined;
  app.on('window-all-closed', stayRunning);

  function broadcast<E extends EventName>(name: E, payload: EventPayload<E>): void {
    for (const door of doors) {
      const window = all[door].current();
      if (window && !window.isDestroyed()) sendEvent({ door, webContents: window.webContents }, name, payload);
    }
  }

  return {
    preparePopover: popover.prepare,
    showPopover: popover.show,
    togglePopover: popover.toggle,
    togglePopoverByKeys: popover.toggleByKeys,
    leavePopover: popover.leave,
    showAccessKeyWindow: accessKey.openAnew,
    /** What `accessKeyTarget` answers with. */
    accessKeyTarget: accessKey.target,
    showMfaDevice: mfaDevice.openAnew,
    /** What `mfaDeviceTarget` answers with. */
    mfaDeviceTarget: mfaDevice.target,
    showSettings(target: SettingsTarget): void {
      if (!settings.bringUp(target)) broadcast('settingsTargetChanged', target);
    },
    /** What `settingsTarget` answers with. */
    settingsTarget: settings.target,
    updateQuestion(question: MfaQuestion | null): void {
      const prompt = mfa.current();
      const hadFocus = prompt?.isFocused() === true;
      if (!prompt) askedFrom = question?.asker.through === 'settings' ? BrowserWindow.getFocusedWindow() : null;
      mfa.update(question);
      if (question !== null || !hadFocus) return;
      if (!askedFrom) popover.returnTo();
      else if (!askedFrom.isDestroyed()) askedFrom.focus();
    },
    focusQuestion: mfa.focus,

    /** For `closeWindow`: a window closes itself and no other. */
    close(door: WindowName): void {
      if (door === 'popover') popover.hide();
      else if (door === 'mfa') mfa.current()?.close();
      else if (door === 'settings') settings.close();
      else if (door === 'mfa-device') mfaDevice.close();
      else accessKey.close();
    },

    /** The door of the window that these contents belong to. */
    doorOf(contents: { readonly id: number }): WindowName | undefined {
      return doors.find((door) => {
        const window = all[door].current();
        return window !== undefined && !window.isDestroyed() && window.webContents.id === contents.id;
      });
    },

    /** Tells every window whose door may hear it. */
    broadcast,

    end(): void {
      popover.end();
      mfa.end();
      accessKey.close();
      mfaDevice.close();
      settings.close();
    },
  };
}
