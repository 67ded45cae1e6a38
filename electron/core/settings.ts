import * as v from 'valibot';
import { KeptKeySchema } from './access-keys/kept-key.ts';
import { BrowserChoiceSchema } from './console/browser-choice.ts';
import { FoldingSchema } from './list/folding.ts';
import { ProfileLabelsSchema } from './looks/labels.ts';
import { AccountLookSchema } from './looks/look.ts';
import { PreferencesSchema } from './preferences.ts';

/**
 * Rolecall's own preferences, keyed by profile name. The index of access keys
 * holds ids only: it lets the list say "key in the keychain" without asking the
 * keychain, which may be locked.
 */
export const SettingsSchema = v.object({
  version: v.optional(v.literal(1), 1),
  pins: v.optional(v.array(v.string()), []),
  /** Newest first; `recent-uses.ts` says what a rank is. */
  recents: v.optional(
    v.array(
      v.object({
        profile: v.string(),
        usedAt: v.number(),
        rankAt: v.optional(v.number()),
        switchedAt: v.optional(v.number()),
      }),
    ),
    [],
  ),
  accessKeys: v.optional(v.record(v.string(), KeptKeySchema), {}),
  /** Where somebody is signed in, so that this can be said without asking the keychain. */
  ssoSessions: v.optional(
    v.record(
      v.string(),
      v.object({ startUrl: v.string(), region: v.string(), expiresAt: v.number(), renews: v.boolean() }),
    ),
    {},
  ),
  /** How each organisation was imported last: a sync goes by it. */
  ssoImports: v.optional(
    v.record(
      v.string(),
      v.object({
        template: v.string(),
        region: v.optional(v.string()),
        accountIds: v.array(v.string()),
        roleNames: v.array(v.string()),
      }),
    ),
    {},
  ),
  /** What AWS's refusals said of a role's longest session, by role ARN. */
  roleMaximums: v.optional(
    v.record(v.string(), v.object({ refusedSeconds: v.number(), grantedSeconds: v.number(), learnedAt: v.number() })),
    {},
  ),
  /** A profile's own default: how long its sessions last, and whether each has a code of its own. */
  sessionDefaults: v.optional(
    v.record(v.string(), v.object({ durationSeconds: v.optional(v.number()), ownCode: v.optional(v.boolean()) })),
    {},
  ),
  /** The person has seen what Rolecall found on its first start. */
  welcomed: v.optional(v.boolean(), false),
  preferences: v.optional(PreferencesSchema, {}),
  /** MFA devices that were made in AWS and not enabled, with the profile of their user: to be deleted. */
  unfinishedMfaDevices: v.optional(v.record(v.string(), v.string()), {}),
  /** MFA sessions in the keychain, by account; `expiresAt` by AWS's clock, 0 for one that is to go. */
  keptSessions: v.optional(
    v.record(v.string(), v.object({ profile: v.string(), accessKeyId: v.string(), expiresAt: v.number() })),
    {},
  ),
  /** Consoles that were opened, by path name, newest first. */
  services: v.optional(v.array(v.string()), []),
  /** What a person wants first in the choice of a console: services by path name, regions by code. */
  favourites: v.optional(
    v.object({ service: v.optional(v.array(v.string()), []), region: v.optional(v.array(v.string()), []) }),
    {},
  ),
  /** What was chosen last for a profile's console. */
  consoles: v.optional(
    v.record(v.string(), v.object({ service: v.optional(v.string()), region: v.optional(v.string()) })),
    {},
  ),
  /** Where the consoles of a profile open, and those of an account whose profiles say nothing themselves. */
  browsers: v.optional(v.record(v.string(), v.union([v.literal('default'), BrowserChoiceSchema])), {}),
  accountBrowsers: v.optional(v.record(v.string(), BrowserChoiceSchema), {}),
  /** By account id. */
  accounts: v.optional(v.record(v.string(), AccountLookSchema), {}),
  /** How profiles are filed, by their names. */
  labels: v.optional(v.record(v.string(), ProfileLabelsSchema), {}),
  /** Which groups of the list are folded, by the way of grouping. */
  folding: v.optional(v.record(v.string(), FoldingSchema), {}),
  /** Profiles that ask for their name before they become the active one. */
  careful: v.optional(v.array(v.string()), []),
  /** Devices whose seed is in the keychain, by serial number; `workedAt` when AWS first took one of its codes. */
  mfaSeeds: v.optional(v.record(v.string(), v.object({ addedAt: v.number(), workedAt: v.optional(v.number()) })), {}),
});

export type Settings = v.InferOutput<typeof SettingsSchema>;

export const defaultSettings: Settings = v.parse(SettingsSchema, {});
