import type { CatalogStore } from '../catalog.ts';
import type { DefaultRegion } from '../default-region.ts';
import type { Handlers } from '../dispatch.ts';
import type { AwsFiles } from '../ports.ts';

/** The edits of the user's files. */
export function fileHandlers(parts: {
  readonly catalog: CatalogStore;
  readonly files: AwsFiles;
  readonly defaultRegion: DefaultRegion;
}): Pick<Handlers, 'previewFileEdit' | 'applyFileEdit'> {
  const { catalog, files, defaultRegion } = parts;
  return {
    previewFileEdit: ({ edit }) => files.preview(edit),

    async applyFileEdit({ edit }) {
      const applied = await files.apply(edit);
      await catalog.refresh();
      if (applied.ok && edit.kind === 'hand-over-default') await defaultRegion.follow();
      return applied;
    },
  };
}
