import type { Rotations } from '../access-keys/rotations.ts';
import type { KeyEdit, TakeIn } from '../access-keys/take-in.ts';
import type { Handlers } from '../dispatch.ts';
import { ok, type Result } from '../result.ts';

/** Keys that stand in clear in the user's files. */
export function clearKeyHandlers(
  takeIn: TakeIn,
  rotations: Pick<Rotations, 'change'>,
): Pick<Handlers, 'findClearKeys' | 'previewTakeKey' | 'takeKey' | 'previewPutKeyBack' | 'putKeyBack'> {
  return {
    async findClearKeys() {
      const rows = await takeIn.list();
      if (!rows.ok) return rows;
      return ok({
        keys: rows.value.map((row) => ({
          ...row,
          places: row.places.map((place) => ({ ...place, lines: [...place.lines] })),
        })),
      });
    },
    previewTakeKey: async ({ profile }) => plain(await takeIn.preview(profile)),
    takeKey: async ({ profile }, { signal }) =>
      plain(await rotations.change(profile, () => takeIn.take(profile, signal))),
    previewPutKeyBack: async ({ profile }) => plain(await takeIn.previewPutBack(profile)),
    putKeyBack: async ({ profile }) => plain(await rotations.change(profile, () => takeIn.putBack(profile))),
  };
}

function plain(edit: Result<KeyEdit>) {
  return edit.ok ? ok({ files: [...edit.value.files], copies: [...edit.value.copies] }) : edit;
}
