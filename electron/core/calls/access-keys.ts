import * as v from 'valibot';
import { call } from './call.ts';
import { Nothing, ProfileName } from './inputs.ts';

export const AccessKeyRowSchema = v.object({
  profile: v.string(),
  /** Masked: first and last four characters. */
  accessKeyId: v.string(),
  userArn: v.string(),
  addedAt: v.number(),
  /** The files it stood in clear in; it can be put back there. */
  takenFrom: v.optional(v.array(v.string())),
});

export const accessKeyCalls = {
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
  removeAccessKey: call(['popover', 'settings', 'socket'], v.object({ profile: ProfileName }), Nothing),
  /** The profile the access key window was opened for, and the names that can be chosen. */
  accessKeyTarget: call(
    ['access-key'],
    Nothing,
    v.object({ profile: v.nullable(v.string()), profiles: v.array(v.string()) }),
  ),
} as const;
