import * as v from 'valibot';
import { ShellSchema } from '../environment/shell-text.ts';
import { call } from './call.ts';
import { MfaCode, ProfileName } from './inputs.ts';

/** Without a shell: the person's own. */
const EnvironmentInput = v.object({ profile: ProfileName, shell: v.optional(ShellSchema) });

/** A profile's name and region for a shell; no secret. */
const EnvironmentSchema = v.object({
  shell: ShellSchema,
  text: v.string(),
  variables: v.record(v.string(), v.string()),
  /** Tools that name the profile come to Rolecall; else they get its credentials by themselves. */
  adopted: v.boolean(),
});

export const environmentCalls = {
  environment: call(['popover', 'socket'], EnvironmentInput, EnvironmentSchema),
  /** Puts the text into the clipboard. */
  copyEnvironment: call(['popover', 'settings'], EnvironmentInput, EnvironmentSchema),
  /** Puts a session's credentials into the clipboard, for a minute; the window that asks never sees them. */
  copyCredentials: call(
    ['popover'],
    v.object({
      ...EnvironmentInput.entries,
      /** The name of a careful profile, typed by the person. */
      confirm: v.optional(v.string()),
      mfaCode: v.optional(MfaCode),
    }),
    v.object({ clearedAfterMs: v.number() }),
  ),
  /** A terminal whose tools use the profile. */
  openTerminal: call(
    ['popover', 'settings', 'socket'],
    v.object({ profile: ProfileName }),
    v.object({ adopted: v.boolean() }),
  ),
} as const;

export type ShellEnvironment = v.InferOutput<typeof EnvironmentSchema>;
