import * as v from 'valibot';
import { call } from './call.ts';
import { Nothing, ProfileName } from './inputs.ts';

/** The pages of the settings window, in the order of its sidebar. */
export const SettingsSectionSchema = v.picklist(['profiles', 'access-keys', 'general']);
export type SettingsSection = v.InferOutput<typeof SettingsSectionSchema>;

/** Which page, and which profile on it. */
export const SettingsTargetSchema = v.object({
  section: v.optional(SettingsSectionSchema),
  profile: v.optional(ProfileName),
});
export type SettingsTarget = v.InferOutput<typeof SettingsTargetSchema>;

/** What the windows themselves answer. */
export const windowCalls = {
  /** Opens the window that takes an access key: a renderer of its own, gone when it closes. */
  showAccessKeyWindow: call(['popover', 'settings', 'socket'], v.object({ profile: v.optional(ProfileName) }), Nothing),
  /** Opens the window of details and settings. */
  showSettings: call(['popover', 'socket'], SettingsTargetSchema, Nothing),
  /** What the settings window was opened for. */
  settingsTarget: call(['settings'], Nothing, SettingsTargetSchema),
  showPopover: call(['socket'], Nothing, Nothing),
  closeWindow: call(['popover', 'mfa', 'access-key', 'settings'], Nothing, Nothing),
  quit: call(['popover', 'socket'], Nothing, Nothing),
} as const;
