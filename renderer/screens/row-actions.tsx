import type { ProfileRow } from '../../electron/core/contract.ts';
import type { SessionState } from '../../electron/core/session.ts';
import { useActions, usePopover } from '../app/popover-context.ts';
import { rowActions } from '../model/row-actions.ts';
import { IconButton } from '../parts/button.tsx';
import { IconMenu } from '../parts/icons.ts';
import { text } from '../text.ts';
import { lookOf } from './row-looks.ts';
import { useRowAction } from './use-row-action.ts';

interface RowActionsProps {
  readonly row: ProfileRow;
  readonly session: SessionState | undefined;
}

/** What can be done with the selected profile: a toolbar beside the list, laid over the first line of its row. */
export function RowActions({ row, session }: RowActionsProps) {
  const { openRowMenu } = useActions();
  const menuOpen = usePopover((state) => state.rowMenu !== null);
  const act = useRowAction();
  return (
    <div className="row-actions" role="toolbar" aria-label={text.actions.forProfile(row.name)}>
      {rowActions(row, session).map((action) => (
        <IconButton key={action.kind} keepFocus {...lookOf(action)} onPress={() => act(row.name, action)} />
      ))}
      <IconButton
        keepFocus
        label={text.rowMenu.more}
        icon={IconMenu}
        menuOpen={menuOpen}
        onPress={() => openRowMenu()}
      />
    </div>
  );
}
