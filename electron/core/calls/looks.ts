import * as v from 'valibot';
import { FolderSchema, TagsSchema } from '../looks/labels.ts';
import { AccountColourSchema } from '../looks/look.ts';
import { call } from './call.ts';
import { Nothing, ProfileName } from './inputs.ts';

const AccountId = v.pipe(v.string(), v.regex(/^\d{12}$/, 'an account id has twelve digits'));

export const lookCalls = {
  /** `null` takes a choice back; what is not named stays. */
  changeAccount: call(
    ['settings', 'socket'],
    v.object({
      accountId: AccountId,
      name: v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)))),
      colour: v.optional(v.nullable(v.union([AccountColourSchema, v.literal('none')]))),
    }),
    Nothing,
  ),
  /** `null` takes the person's own folder back; what is not named stays. */
  labelProfile: call(
    ['settings', 'socket'],
    v.object({
      profile: ProfileName,
      folder: v.optional(v.nullable(FolderSchema)),
      tags: v.optional(TagsSchema),
    }),
    Nothing,
  ),
  /** Whether switching to the profile asks for its name. */
  markCareful: call(['settings', 'socket'], v.object({ profile: ProfileName, careful: v.boolean() }), Nothing),
} as const;
