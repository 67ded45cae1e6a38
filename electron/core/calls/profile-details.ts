import * as v from 'valibot';
import { FailureSchema, fixableKeys } from '../failure.ts';
import { call } from './call.ts';
import { ProfileName } from './inputs.ts';

const Text = v.optional(v.string());

/** One hop, as a picture of the chain shows it: no command, no token and no key. */
const HopFactsSchema = v.object({
  kind: v.picklist([
    'access-key',
    'credential-source',
    'web-identity',
    'identity-center',
    'credential-process',
    'login-session',
    'assume-role',
  ]),
  /** The profile it is written in. */
  profile: v.string(),
  accountId: Text,
  roleName: Text,
  roleArn: Text,
  /** Masked. */
  accessKeyId: Text,
  /** Where its access key is: in the keychain, or in clear in the files. */
  store: v.optional(v.picklist(['keychain', 'file'])),
  ssoSession: Text,
  credentialSource: Text,
  region: Text,
  mfaSerial: Text,
  externalId: Text,
  durationSeconds: v.optional(v.number()),
  roleSessionName: Text,
  sourceIdentity: Text,
  tags: v.optional(v.array(v.object({ key: v.string(), value: v.string(), transitive: v.boolean() }))),
  policyArns: v.optional(v.array(v.string())),
  hasPolicy: v.optional(v.boolean()),
});
export type HopFacts = v.InferOutput<typeof HopFactsSchema>;

const ProfileDetailsSchema = v.object({
  /** In order; without the first ones when the chain breaks off. */
  hops: v.array(HopFactsSchema),
  /** Why the chain breaks off; it names the profile in which to correct it. */
  failure: v.optional(FailureSchema),
  /** What the profile itself says in the config file of what can be edited. */
  written: v.record(v.picklist(fixableKeys), v.optional(v.string())),
});
export type ProfileDetails = v.InferOutput<typeof ProfileDetailsSchema>;

export const profileDetailsCalls = {
  /** After the file has another name for a profile: its key and what the settings say of it follow. */
  moveProfile: call(['socket'], v.object({ from: ProfileName, to: ProfileName }), v.object({ keyMoved: v.boolean() })),
  /** A profile's way to its credentials, by the files alone. */
  profileDetails: call(['settings'], v.object({ profile: ProfileName }), ProfileDetailsSchema),
} as const;
