import * as v from 'valibot';
import { KeptKeySchema } from '../access-keys/kept-key.ts';
import { rotationSteps } from '../access-keys/rotation-state.ts';
import { call } from './call.ts';
import { MfaCode, Nothing, ProfileName } from './inputs.ts';

const AccessKeyRowSchema = v.object({
  profile: v.string(),
  ...KeptKeySchema.entries,
  /** Masked: first and last four characters. */
  accessKeyId: v.string(),
});

/** A key of the user as IAM knows it. */
const InspectedKeySchema = v.object({
  accessKeyId: v.string(),
  /** The one that Rolecall keeps for the profile. */
  kept: v.boolean(),
  status: v.picklist(['active', 'inactive']),
  createdAt: v.optional(v.number()),
  usedAt: v.optional(v.number()),
  service: v.optional(v.string()),
  region: v.optional(v.string()),
});

/** The rotations under way, and where each is. */
export const RotationsSchema = v.array(v.object({ profile: v.string(), step: v.picklist(rotationSteps) }));

export const accessKeyCalls = {
  /** Age and last use, from IAM. Asks nobody for a code. */
  inspectAccessKey: call(
    ['settings', 'socket'],
    v.object({ profile: ProfileName }),
    v.object({ keys: v.array(InspectedKeySchema) }),
  ),
  /** Replaces the key, or goes on with a rotation that was interrupted. Masked ids. */
  rotateAccessKey: call(
    ['settings', 'socket'],
    v.object({ profile: ProfileName, mfaCode: v.optional(MfaCode) }),
    v.object({ accessKeyId: v.string(), replaced: v.string() }),
  ),
  /** Stops at the next safe point. */
  stopRotation: call(['settings', 'socket'], v.object({ profile: ProfileName }), Nothing),
  currentRotations: call(['settings', 'socket'], Nothing, v.object({ rotations: RotationsSchema })),
  listAccessKeys: call(
    ['popover', 'settings', 'socket'],
    Nothing,
    v.object({ accessKeys: v.array(AccessKeyRowSchema) }),
  ),
  /** Verified with GetCallerIdentity before it is saved. */
  addAccessKey: call(
    ['access-key', 'socket'],
    v.object({ profile: ProfileName, accessKeyId: v.string(), secretAccessKey: v.string() }),
    AccessKeyRowSchema,
  ),
  /** From the keychain; `rotationUnfinished`: IAM may hold two keys of the user. */
  removeAccessKey: call(
    ['popover', 'settings', 'socket'],
    v.object({ profile: ProfileName }),
    v.object({ rotationUnfinished: v.boolean() }),
  ),
  /** The profile the access key window was opened for, and the names that can be chosen. */
  accessKeyTarget: call(
    ['access-key'],
    Nothing,
    v.object({ profile: v.nullable(v.string()), profiles: v.array(v.string()) }),
  ),
} as const;
