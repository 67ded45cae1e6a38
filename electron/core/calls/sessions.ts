import * as v from 'valibot';
import { SessionStateSchema } from '../session.ts';
import { call } from './call.ts';
import { CatalogSchema } from './catalog.ts';
import { MfaCode, Nothing, ProfileName } from './inputs.ts';

export const SessionsSchema = v.object({
  /** The one profile that `[default]` follows. */
  activeProfile: v.nullable(v.string()),
  /** A profile that is not named here is `inactive`. */
  byProfile: v.record(v.string(), SessionStateSchema),
});
export type Sessions = v.InferOutput<typeof SessionsSchema>;

/** The JSON of `credential_process`. @see https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sourcing-external.html */
export const ProcessCredentialsSchema = v.object({
  Version: v.literal(1),
  AccessKeyId: v.string(),
  SecretAccessKey: v.string(),
  SessionToken: v.string(),
  Expiration: v.string(),
  AccountId: v.optional(v.string()),
});
export type ProcessCredentials = v.InferOutput<typeof ProcessCredentialsSchema>;

const Snapshot = v.object({ catalog: CatalogSchema, sessions: SessionsSchema });
const Switched = v.object({ profile: v.string(), expiresAt: v.number(), arn: v.optional(v.string()) });

/** `credentials` carries secrets: the socket only. */
export const sessionCalls = {
  snapshot: call(['popover', 'settings', 'socket'], Nothing, Snapshot),
  /** Makes a profile the active one: gets its credentials, with the MFA window if a code is needed. */
  switchProfile: call(
    ['popover', 'socket'],
    v.object({
      profile: ProfileName,
      mfaCode: v.optional(MfaCode),
      /** The name of a careful profile, typed by the person. */
      confirm: v.optional(v.string()),
    }),
    Switched,
  ),
  /** Without a profile: the active one's. */
  credentials: call(
    ['socket'],
    v.object({ profile: v.optional(ProfileName), mfaCode: v.optional(MfaCode) }),
    ProcessCredentialsSchema,
  ),
  /** Without a profile: all, with their MFA sessions. */
  signOut: call(
    ['popover', 'socket'],
    v.object({ profile: v.optional(ProfileName) }),
    v.object({ signedOut: v.array(v.string()) }),
  ),
} as const;
