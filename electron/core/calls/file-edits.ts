import * as v from 'valibot';
import { fixableKeys } from '../failure.ts';
import { call } from './call.ts';
import { ProfileName } from './inputs.ts';

/** What a section that Rolecall writes may say: no secret, and no command. */
export const sectionKeys = [
  'role_arn',
  'source_profile',
  'credential_source',
  'web_identity_token_file',
  'sso_session',
  'sso_start_url',
  'sso_region',
  'sso_account_id',
  'sso_role_name',
  'sso_registration_scopes',
  'external_id',
  'mfa_serial',
  'duration_seconds',
  'role_session_name',
  'source_identity',
  'region',
  'output',
] as const;
export type SectionKey = (typeof sectionKeys)[number];

/** A section that is not there yet. Its keys are written in the order given. */
const NewSectionSchema = v.object({
  kind: v.picklist(['profile', 'sso-session']),
  name: ProfileName,
  values: v.record(v.picklist(sectionKeys), v.pipe(v.string(), v.minLength(1), v.maxLength(2048))),
});
export type NewSection = v.InferOutput<typeof NewSectionSchema>;

/** The edits of the user's files that Rolecall offers; each can be taken back. */
const FileEditSchema = v.variant('kind', [
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
  /** All of them in one edit, or none. */
  v.object({ kind: v.literal('add-sections'), sections: v.array(NewSectionSchema) }),
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
  previewFileEdit: call(
    ['popover', 'settings', 'mfa-device', 'socket'],
    v.object({ edit: FileEditSchema }),
    FilePreviewSchema,
  ),
  applyFileEdit: call(
    ['popover', 'settings', 'mfa-device', 'socket'],
    v.object({ edit: FileEditSchema }),
    FilePreviewSchema,
  ),
} as const;
