import * as v from 'valibot';
import { SessionStateSchema } from '../session.ts';
import { call } from './call.ts';
import { CatalogSchema } from './catalog.ts';
import { DurationSeconds, MfaCode, Nothing, ProfileName } from './inputs.ts';

export const SessionsSchema = v.object({
  /** The one profile that `[default]` follows. */
  activeProfile: v.nullable(v.string()),
  /** A profile that is not named here is `inactive`. */
  byProfile: v.record(v.string(), SessionStateSchema),
});
export type Sessions = v.InferOutput<typeof SessionsSchema>;

/** The JSON of `credential_process`. @see https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sourcing-external.html */
const ProcessCredentialsSchema = v.object({
  Version: v.literal(1),
  AccessKeyId: v.string(),
  SecretAccessKey: v.string(),
  SessionToken: v.string(),
  Expiration: v.string(),
  AccountId: v.optional(v.string()),
});
export type ProcessCredentials = v.InferOutput<typeof ProcessCredentialsSchema>;

const Snapshot = v.object({ catalog: CatalogSchema, sessions: SessionsSchema });
const Switched = v.object({
  profile: v.string(),
  expiresAt: v.number(),
  arn: v.optional(v.string()),
  durationSeconds: v.number(),
  /** What was wished for, where AWS gives this role no session that long. */
  wishedSeconds: v.optional(v.number()),
  /** How much of AWS's room for session policies and tags it takes, in percent. */
  packedPolicySize: v.optional(v.number()),
});

const SessionPlanSchema = v.object({
  profile: v.string(),
  /**
   * `one-code`: one code for all roles of the user, an hour each. `own-code`: a
   * code for this role alone, up to the role's maximum. `no-code`: nobody is asked.
   */
  plans: v.array(
    v.object({
      plan: v.picklist(['one-code', 'own-code', 'no-code']),
      longestSeconds: v.number(),
    }),
  ),
  /** What the next session goes by. */
  chosen: v.object({ plan: v.picklist(['one-code', 'own-code', 'no-code']), durationSeconds: v.number() }),
  /** The person's default for the profile. */
  saved: v.object({ durationSeconds: v.optional(v.number()), ownCode: v.optional(v.boolean()) }),
  needsTicket: v.boolean(),
  /** The ticket of the session in use. */
  ticket: v.optional(v.string()),
});
export type SessionPlan = v.InferOutput<typeof SessionPlanSchema>;

/** `credentials` carries secrets: the socket only. */
export const sessionCalls = {
  snapshot: call(['socket'], Nothing, Snapshot),
  /** Makes a profile the active one: gets its credentials, with the MFA window if a code is needed. */
  switchProfile: call(
    ['popover', 'settings', 'socket'],
    v.object({
      profile: ProfileName,
      mfaCode: v.optional(MfaCode),
      /** The name of a careful profile, typed by the person. */
      confirm: v.optional(v.string()),
      /** How long the session lasts; with MFA, more than an hour needs a code of its own. */
      durationSeconds: v.optional(DurationSeconds),
      ownCode: v.optional(v.boolean()),
      /** For a session name that holds `{ticket}`. */
      ticket: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(64))),
    }),
    Switched,
  ),
  /** A new session while the old one serves on; without a profile: the active one's. */
  renewSession: call(
    ['popover', 'settings', 'socket'],
    v.object({ profile: v.optional(ProfileName), mfaCode: v.optional(MfaCode) }),
    Switched,
  ),
  /** The ways to a profile's session, and what is chosen. */
  sessionPlan: call(['popover', 'settings', 'socket'], v.object({ profile: ProfileName }), SessionPlanSchema),
  /** From the next session on; `null` takes a default back. */
  setSessionDefault: call(
    ['settings', 'popover', 'socket'],
    v.object({
      profile: ProfileName,
      durationSeconds: v.optional(v.nullable(DurationSeconds)),
      ownCode: v.optional(v.nullable(v.boolean())),
    }),
    SessionPlanSchema,
  ),
  /** Without a profile: the active one's. */
  credentials: call(
    ['socket'],
    v.object({ profile: v.optional(ProfileName), mfaCode: v.optional(MfaCode) }),
    ProcessCredentialsSchema,
  ),
  /** Without a profile: all, with their MFA sessions. */
  signOut: call(
    ['popover', 'settings', 'socket'],
    v.object({ profile: v.optional(ProfileName) }),
    v.object({ signedOut: v.array(v.string()) }),
  ),
} as const;
