import * as v from 'valibot';
import { FailureSchema } from '../failure.ts';
import { call } from './call.ts';
import { FilePreviewSchema } from './file-edits.ts';
import { Nothing, ProfileName } from './inputs.ts';

/** A profile whose access key stands in clear in the user's files. */
const ClearKeyRowSchema = v.object({
  profile: v.string(),
  /** Masked: first and last four characters. */
  accessKeyId: v.optional(v.string()),
  places: v.array(v.object({ path: v.string(), lines: v.array(v.number()) })),
  /** Why it cannot be taken in. */
  failure: v.optional(FailureSchema),
});
export type ClearKeyRow = v.InferOutput<typeof ClearKeyRowSchema>;

const KeyEditSchema = v.object({
  /** What changes in each file, with the key hidden. */
  files: v.array(FilePreviewSchema),
  /** Other files that hold the same secret; Rolecall does not touch them. */
  copies: v.array(v.string()),
});
export type KeyEdit = v.InferOutput<typeof KeyEditSchema>;

const doors = ['popover', 'settings', 'socket'] as const;
const OfProfile = v.object({ profile: ProfileName });

export const clearKeyCalls = {
  findClearKeys: call(doors, Nothing, v.object({ keys: v.array(ClearKeyRowSchema) })),
  previewTakeKey: call(doors, OfProfile, KeyEditSchema),
  /** Proved with GetCallerIdentity, saved in the keychain, and only then taken out of the file. */
  takeKey: call(doors, OfProfile, KeyEditSchema),
  previewPutKeyBack: call(doors, OfProfile, KeyEditSchema),
  /** Takes it back: the lines stand in the file again, and the keychain holds no key of the profile. */
  putKeyBack: call(doors, OfProfile, KeyEditSchema),
} as const;
