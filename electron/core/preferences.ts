import * as v from 'valibot';
import { FailureSchema } from './failure.ts';
import { GroupBySchema } from './list/folding.ts';

/**
 * What a person can set about the program as a whole. Every field has a default
 * that needs no decision; docs/design.md has the words for each.
 */
export const PreferencesSchema = v.object({
  /** Follow the system's appearance, or not. */
  theme: v.optional(v.picklist(['system', 'light', 'dark']), 'system'),
  /** The keys that open Rolecall from anywhere, as Electron names them (`Control+Alt+R`); none when empty. */
  shortcut: v.optional(v.pipe(v.string(), v.maxLength(64)), ''),
  /** By what the list is grouped below the pinned and the recent ones. */
  groupBy: v.optional(GroupBySchema, 'none'),
  /** Whose words "Copy environment" uses; `system` for the person's login shell. */
  shell: v.optional(v.picklist(['system', 'bash', 'fish', 'powershell']), 'system'),
  /** The command that opens a terminal, the shell's command line put behind it; the system's own when empty. */
  terminalCommand: v.optional(v.pipe(v.string(), v.maxLength(500)), ''),
  /** Start, hidden, when the person logs in. */
  startAtLogin: v.optional(v.boolean(), false),
  /** MFA sessions are kept in the keychain, so that a restart of the program asks for no new code. */
  keepMfaSessions: v.optional(v.boolean(), false),
  /** A profile's `mfa_process` may be run for an MFA code: a command from the config file. */
  mfaProcess: v.optional(v.boolean(), false),
  /** Write Identity Center tokens to the AWS CLI's cache, in clear, so that `aws sso` needs no sign-in of its own. */
  shareSsoTokens: v.optional(v.boolean(), false),
  /** The session name of a role that names none: `{user}`, `{host}`, `{profile}` and `{ticket}` are filled in. */
  sessionNameTemplate: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(256)), 'rolecall-{user}'),
  /** How long before its end a session that needs a person is announced; 0 for never. */
  renewalNoticeMinutes: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(60)), 5),
  /** Lock after so many minutes without a touch of the computer; 0 for never. */
  lockAfterMinutes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1440)), 15),
  /** Lock together with the screen, and when the computer goes to sleep. */
  lockWithScreen: v.optional(v.boolean(), true),
});

/** Preferences that the system did not put into force, and why. */
export const RefusedPreferencesSchema = v.object({
  shortcut: v.optional(FailureSchema),
  startAtLogin: v.optional(FailureSchema),
});
export type RefusedPreferences = v.InferOutput<typeof RefusedPreferencesSchema>;

export type Preferences = v.InferOutput<typeof PreferencesSchema>;
