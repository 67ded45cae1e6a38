import { useActions, usePopover } from '../app/popover-context.ts';
import { chordOf } from '../model/keys.ts';
import { rowMenu } from '../model/row-actions.ts';
import { Menu, type MenuEntry } from '../parts/menu.tsx';
import { text } from '../text.ts';
import { optionId } from './option-id.ts';
import { lookOf } from './row-looks.ts';
import { useRowAction } from './use-row-action.ts';

/** All that can be done with the selected profile, with the key of each. */
export function RowMenu() {
  const actions = useActions();
  const open = usePopover((state) => state.rowMenu);
  const row = usePopover((state) => state.selectedItem?.row);
  const session = usePopover((state) => (row ? state.sessions.byProfile[row.name] : undefined));
  const chosen = usePopover((state) => state.sessions.activeProfile === row?.name);
  const act = useRowAction();
  if (!open || !row) return null;

  const groups = rowMenu(row, session, chosen).map((group) =>
    group.map(
      (action): MenuEntry => ({
        ...lookOf(action),
        keys: chordOf(action.kind),
        onChoose: () => {
          actions.closeRowMenu();
          act(row.name, action);
        },
      }),
    ),
  );
  const entries = groups.flatMap((group, at): MenuEntry[] => (at === 0 ? group : ['line', ...group]));
  const below = document.getElementById(optionId(row.name))?.getBoundingClientRect().bottom;
  return (
    <Menu
      label={text.actions.forProfile(row.name)}
      entries={entries}
      top={open.top ?? below ?? 0}
      onClose={actions.closeRowMenu}
    />
  );
}
