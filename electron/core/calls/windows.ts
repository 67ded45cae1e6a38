import * as v from 'valibot';
import { RefusedPreferencesSchema } from '../preferences.ts';
import { call } from './call.ts';
import { Nothing, ProfileName } from './inputs.ts';

/** The pages of the settings window, in the order of its sidebar. */
const SettingsSectionSchema = v.picklist([
  'profiles',
  'access-keys',
  'mfa-devices',
  'identity-center',
  'audit',
  'lock',
  'shortcuts',
  'general',
  'about',
]);
export type SettingsSection = v.InferOutput<typeof SettingsSectionSchema>;

/** Which page, and which profile on it. */
export const SettingsTargetSchema = v.object({
  section: v.optional(SettingsSectionSchema),
  profile: v.optional(ProfileName),
});
export type SettingsTarget = v.InferOutput<typeof SettingsTargetSchema>;

/** The profile of a user whose new device is set up, or the device whose seed is to be kept. */
const MfaDeviceTargetSchema = v.object({
  profile: v.optional(ProfileName),
  seedOf: v.optional(v.pipe(v.string(), v.maxLength(256))),
});
export type MfaDeviceTarget = v.InferOutput<typeof MfaDeviceTargetSchema>;

/** What the windows themselves answer. */
export const windowCalls = {
  /** Opens the window that takes an access key: a renderer of its own, gone when it closes. */
  showAccessKeyWindow: call(['popover', 'settings', 'socket'], v.object({ profile: v.optional(ProfileName) }), Nothing),
  /** Opens the window of details and settings. */
  showSettings: call(['popover', 'socket'], SettingsTargetSchema, Nothing),
  /** What the settings window was opened for. */
  settingsTarget: call(['settings'], Nothing, SettingsTargetSchema),
  /** Which program this is, the folder of what it keeps, and whether other programs of the user may read its memory. */
  about: call(
    ['settings', 'socket'],
    Nothing,
    v.object({
      version: v.string(),
      runtime: v.string(),
      folder: v.string(),
      memory: v.picklist(['closed', 'open', 'left-to-the-system']),
    }),
  ),
  /** What of the preferences the system did not put into force. */
  refusedPreferences: call(['settings'], Nothing, RefusedPreferencesSchema),
  /** Opens the window that sets up an MFA device or takes a seed: a renderer of its own, gone when it closes. */
  showMfaDeviceWindow: call(['settings', 'socket'], MfaDeviceTargetSchema, Nothing),
  /** What that window was opened for, and the users it can be for. */
  mfaDeviceTarget: call(
    ['mfa-device'],
    Nothing,
    v.object({ ...MfaDeviceTargetSchema.entries, profiles: v.array(v.string()) }),
  ),
  showPopover: call(['socket'], Nothing, Nothing),
  closeWindow: call(['popover', 'mfa', 'access-key', 'mfa-device', 'settings'], Nothing, Nothing),
  /** What the list was opened for is done: it goes, unless there would be no way back to it. */
  leaveList: call(['popover'], Nothing, Nothing),
  quit: call(['popover', 'socket'], Nothing, Nothing),
} as const;
