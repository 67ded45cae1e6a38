import type { Rotations } from '../access-keys/rotations.ts';
import type { CatalogStore } from '../catalog.ts';
import type { FileEdit } from '../contract.ts';
import type { DefaultRegion } from '../default-region.ts';
import type { Handlers } from '../dispatch.ts';
import type { AwsFiles } from '../ports.ts';
import type { MoveProfile } from '../profiles/move-profile.ts';
import { valueFailure } from '../profiles/profile-values.ts';
import { failed } from '../result.ts';

/** The edits of the user's files. */
export function fileHandlers(parts: {
  readonly catalog: CatalogStore;
  readonly files: AwsFiles;
  readonly defaultRegion: DefaultRegion;
  readonly move: MoveProfile;
  readonly rotations: Pick<Rotations, 'change'>;
}): Pick<Handlers, 'previewFileEdit' | 'applyFileEdit' | 'moveProfile'> {
  const { catalog, files, defaultRegion, move, rotations } = parts;
  return {
    moveProfile: ({ from, to }) => rotations.change(from, () => move(from, to)),

    async previewFileEdit({ edit }) {
      const wrong = wrongIn(edit);
      return wrong ? failed(wrong) : files.preview(edit);
    },

    async applyFileEdit({ edit }) {
      const wrong = wrongIn(edit);
      if (wrong) return failed(wrong);
      const applied = await files.apply(edit);
      await catalog.refresh();
      if (applied.ok && edit.kind === 'hand-over-default') await defaultRegion.follow();
      return applied;
    },
  };
}

/** A value that AWS would refuse is not written in the first place. */
const wrongIn = (edit: FileEdit) =>
  edit.kind === 'set-key' ? valueFailure(edit.profile, edit.key, edit.value) : undefined;
