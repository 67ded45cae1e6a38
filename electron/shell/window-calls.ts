import type { CallOutput } from '../core/contract.ts';
import type { Handlers } from '../core/dispatch.ts';
import type { RefusedPreferences } from '../core/preferences.ts';
import { ok } from '../core/result.ts';
import type { WindowCalls } from '../core/rolecall.ts';
import type { Windows } from './windows.ts';

export interface WindowCallsOptions {
  readonly windows: Pick<
    Windows,
    | 'showAccessKeyWindow'
    | 'accessKeyTarget'
    | 'showMfaDevice'
    | 'mfaDeviceTarget'
    | 'showSettings'
    | 'settingsTarget'
    | 'showPopover'
    | 'leavePopover'
    | 'close'
  >;
  /** Names that an access key can be for. */
  readonly profileNames: () => string[];
  /** Profiles with an access key of their own. */
  readonly userProfiles: () => string[];
  readonly refusedPreferences: () => RefusedPreferences;
  /** Brings what the settings show up to date. */
  readonly beforeSettings: () => Promise<void>;
  /** Which program this is. */
  readonly about: CallOutput<'about'>;
  readonly quit: () => void;
}

/** The calls of the contract that are about windows. */
export function windowCalls({
  windows,
  profileNames,
  userProfiles,
  refusedPreferences,
  beforeSettings,
  about,
  quit,
}: WindowCallsOptions): Pick<Handlers, WindowCalls> {
  return {
    async showAccessKeyWindow({ profile }) {
      windows.showAccessKeyWindow(profile ?? null);
      return ok({});
    },
    accessKeyTarget: async () => ok({ profile: windows.accessKeyTarget(), profiles: profileNames() }),
    async showMfaDeviceWindow(target) {
      windows.showMfaDevice(target);
      return ok({});
    },
    mfaDeviceTarget: async () => ok({ ...windows.mfaDeviceTarget(), profiles: userProfiles() }),
    async showSettings(target) {
      await beforeSettings();
      windows.showSettings(target);
      return ok({});
    },
    settingsTarget: async () => ok(windows.settingsTarget()),
    refusedPreferences: async () => ok(refusedPreferences()),
    about: async () => ok(about),
    async showPopover() {
      windows.showPopover();
      return ok({});
    },
    async closeWindow(_input, { door }) {
      if (door !== 'socket') windows.close(door);
      return ok({});
    },
    async leaveList() {
      windows.leavePopover();
      return ok({});
    },
    async quit() {
      // After the answer is on its way.
      setImmediate(quit);
      return ok({});
    },
  };
}
