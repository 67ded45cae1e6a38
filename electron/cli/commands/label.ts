import { failure } from '../../core/failure.ts';
import { plainName } from '../../core/plain-name.ts';
import { failed, ok } from '../../core/result.ts';
import { table } from '../style.ts';
import type { Command } from '../world.ts';

interface LabelOptions {
  readonly profile: string;
  /** `false` takes the person's own back. */
  readonly folder?: string | false;
  readonly tag?: readonly string[];
  readonly untag?: readonly string[];
}

/** How a profile is filed; with an option, from now on. Nothing of it stands in the AWS files. */
export const label: Command<LabelOptions> = async ({ profile, folder, tag = [], untag = [] }, { program }) => {
  const rowOf = async () => {
    const snapshot = await program.call('snapshot', {});
    if (!snapshot.ok) return snapshot;
    const row = snapshot.value.catalog.rows.find(({ name }) => name === profile);
    return row ? ok(row) : failed(notFound(profile));
  };
  let row = await rowOf();
  if (!row.ok) return row;
  if (folder !== undefined || tag.length > 0 || untag.length > 0) {
    const kept = (row.value.tags ?? []).filter((each) => !untag.includes(each));
    const labelled = await program.call('labelProfile', {
      profile,
      folder: folder === false ? null : folder,
      ...((tag.length > 0 || untag.length > 0) && { tags: [...kept, ...tag] }),
    });
    if (!labelled.ok) return labelled;
    row = await rowOf();
    if (!row.ok) return row;
  }
  const { folder: own, tags = [] } = row.value;
  return ok({
    json: { profile, folder: own ?? null, tags },
    text: table([
      ['Folder', plainName(own ?? '-')],
      ['Tags', tags.length === 0 ? '-' : tags.map(plainName).join(', ')],
    ]),
  });
};

function notFound(profile: string) {
  return failure('profile-not-found', `There is no profile "${profile}".`, 'rolecall list shows all profiles.', {
    profile,
  });
}
