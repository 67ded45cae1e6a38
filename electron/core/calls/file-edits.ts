import * as v from 'valibot';
import { fixableKeys } from '../failure.ts';
import { call } from './call.ts';
import { ProfileName } from './inputs.ts';

/** The edits of the user's files that Rolecall offers; each can be taken back. */
export const FileEditSchema = v.variant('kind', [
  v.object({ kind: v.literal('hand-over-default') }),
  v.object({ kind: v.literal('take-back-default') }),
  v.object({ kind: v.literal('adopt'), profile: ProfileName }),
  v.object({ kind: v.literal('release'), profile: ProfileName }),
  /** One key of a profile in the config file; `null` removes it. */
  v.object({
    kind: v.literal('set-key'),
    profile: ProfileName,
    key: v.picklist(fixableKeys),
    value: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(2048))),
  }),
  v.object({ kind: v.literal('default-region'), region: v.nullable(v.string()) }),
]);
export type FileEdit = v.InferOutput<typeof FileEditSchema>;

export const FilePreviewSchema = v.object({
  path: v.string(),
  /** Unified diff; empty when there is nothing to change. */
  diff: v.string(),
});
export type FilePreview = v.InferOutput<typeof FilePreviewSchema>;

export const fileEditCalls = {
  previewFileEdit: call(['popover', 'settings', 'socket'], v.object({ edit: FileEditSchema }), FilePreviewSchema),
  applyFileEdit: call(['popover', 'settings', 'socket'], v.object({ edit: FileEditSchema }), FilePreviewSchema),
} as const;
