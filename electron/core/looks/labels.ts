import * as v from 'valibot';

/** No control or invisible characters, which could pose as something else in a list. */
const printable = v.regex(/^[^\p{C}\p{Zl}\p{Zp}]+$/u, 'a folder or a tag has visible characters only');

export const FolderSchema = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'a folder has a name'),
  v.maxLength(64, 'the name of a folder has at most 64 characters'),
  printable,
);

const TagSchema = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'a tag is not empty'),
  v.maxLength(32, 'a tag has at most 32 characters'),
  printable,
  v.regex(/^[^,]+$/, 'a tag has no comma'),
);

/** Each once, in the person's order: the first is the one that a profile is grouped by. */
export const TagsSchema = v.pipe(
  v.array(TagSchema),
  v.maxLength(10, 'a profile has at most ten tags'),
  v.transform((tags) => [...new Set(tags)]),
);

/** How a person files a profile; it stands in Rolecall's own settings, never in the AWS files. */
export const ProfileLabelsSchema = v.object({ folder: v.optional(v.string()), tags: v.optional(v.array(v.string())) });
export type ProfileLabels = v.InferOutput<typeof ProfileLabelsSchema>;

/** The person's own folder, else the first part of a name like `payments/prod`. */
export function folderOf(profile: string, labels: ProfileLabels | undefined): string | undefined {
  if (labels?.folder !== undefined) return labels.folder;
  const end = profile.indexOf('/');
  return end > 0 ? profile.slice(0, end) : undefined;
}
