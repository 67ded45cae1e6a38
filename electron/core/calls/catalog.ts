import * as v from 'valibot';
import { FailureSchema } from '../failure.ts';
import { AccountColourSchema } from '../looks/look.ts';
import { call } from './call.ts';
import { Nothing, ProfileName } from './inputs.ts';

/** One line of the list: a profile that leads to a role or a user. */
export const ProfileRowSchema = v.object({
  name: v.string(),
  kind: v.picklist(['role', 'user', 'identity-center', 'web-identity', 'other']),
  accountId: v.optional(v.string()),
  /** What the person calls the account. */
  accountName: v.optional(v.string()),
  /** What the person chose for the account, if anything. */
  accountColour: v.optional(v.union([AccountColourSchema, v.literal('none')])),
  /** The colour it is shown in. */
  colour: v.optional(AccountColourSchema),
  /** Its name or its account's says production, and nobody took the colour away: to be said in words, too. */
  production: v.optional(v.boolean()),
  /** Switching to it asks for its name. */
  careful: v.boolean(),
  roleName: v.optional(v.string()),
  roleArn: v.optional(v.string()),
  region: v.optional(v.string()),
  /** The profile whose key or sign-in the chain starts from, when it is another one. */
  source: v.optional(v.string()),
  needsCode: v.boolean(),
  /** The Identity Center session that its chain starts from. */
  ssoSession: v.optional(v.string()),
  pinned: v.boolean(),
  /** The person's own, or the first part of a name like `payments/prod`. */
  folder: v.optional(v.string()),
  tags: v.optional(v.array(v.string())),
  lastUsedAt: v.optional(v.number()),
  /** When it last became the active role, which not every use makes it. */
  lastSwitchedAt: v.optional(v.number()),
  /** Where it stands among what was used: the greater, the earlier in the list. */
  rankAt: v.optional(v.number()),
  /** Its `credential_process` is Rolecall's: tools that name it come here. */
  adopted: v.boolean(),
  /** Why it cannot be used, for example a loop in its chain. */
  failure: v.optional(FailureSchema),
});
export type ProfileRow = v.InferOutput<typeof ProfileRowSchema>;

export const CatalogSchema = v.object({
  rows: v.array(ProfileRowSchema),
  problems: v.array(v.object({ file: v.string(), line: v.number(), message: v.string(), remedy: v.string() })),
  /** `[default]` was handed to Rolecall: tools that name no profile use the active role. */
  defaultHandedOver: v.boolean(),
  /** Profiles whose long-term key stands in clear in one of the files. */
  keysInClear: v.optional(v.array(v.string())),
});
export type Catalog = v.InferOutput<typeof CatalogSchema>;

export const catalogCalls = {
  pinProfile: call(['popover', 'settings', 'socket'], v.object({ profile: ProfileName, pinned: v.boolean() }), Nothing),
} as const;
