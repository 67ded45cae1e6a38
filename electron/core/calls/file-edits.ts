import * as v from 'valibot';
import { call } from './call.ts';
import { ProfileName } from './inputs.ts';

/** The edits of the user's files that Rolecall offers; each can be taken back. */
export const FileEditSchema = v.variant('kind', [
  v.object({ kind: v.literal('hand-over-default') }),
  v.object({ kind: v.literal('take-back-default') }),
  v.object({ kind: v.literal('adopt'), profile: ProfileName }),
  v.object({ kind: v.literal('release'), profile: ProfileName }),
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
