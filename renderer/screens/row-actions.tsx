import type { ProfileRow } from '../../electron/core/contract.ts';
import type { SessionState } from '../../electron/core/session.ts';
import { useActions } from '../app/popover-context.ts';
import { remedyOf } from '../model/remedy.ts';
import { canSignOut } from '../model/session-view.ts';
import { IconButton } from '../parts/button.tsx';
import {
  IconAgain,
  IconClose,
  IconConsole,
  IconKey,
  IconPin,
  IconSignOut,
  IconSwitch,
  IconUnpin,
} from '../parts/icons.ts';
import { text } from '../text.ts';

interface RowActionsProps {
  readonly row: ProfileRow;
  readonly session: SessionState | undefined;
  readonly chosen: boolean;
}

/** What can be done with the selected profile: a toolbar beside the list, laid over its row. */
export function RowActions({ row, session, chosen }: RowActionsProps) {
  const actions = useActions();
  const failure = row.failure ?? (session?.state === 'failed' ? session.failure : undefined);
  const remedy = failure && remedyOf(failure, row);
  const requesting = session?.state === 'requesting';
  const usable = !row.failure && !requesting;
  const current = chosen && session?.state === 'active';
  const switchTo = () => void actions.switchTo(row.name);

  return (
    <div className="row-actions" role="toolbar" aria-label={text.actions.forProfile(row.name)}>
      {remedy?.kind === 'add-key' && (
        <IconButton
          keepFocus
          label={text.actions.addKey}
          icon={IconKey}
          onPress={() => void actions.addAccessKey(remedy.profile)}
        />
      )}
      {usable && failure && remedy?.kind === 'try-again' && (
        <IconButton keepFocus label={text.actions.tryAgain} icon={IconAgain} onPress={switchTo} />
      )}
      {usable && !failure && !current && (
        <IconButton keepFocus label={text.actions.switch} icon={IconSwitch} onPress={switchTo} />
      )}
      {usable && !failure && (
        <IconButton
          keepFocus
          label={text.openConsole}
          icon={IconConsole}
          onPress={() => void actions.openConsole(row.name)}
        />
      )}
      {canSignOut(session) && (
        <IconButton
          keepFocus
          label={requesting ? text.actions.cancel : text.actions.signOut}
          icon={requesting ? IconClose : IconSignOut}
          onPress={() => actions.signOut(row.name)}
        />
      )}
      <IconButton
        keepFocus
        label={row.pinned ? text.actions.unpin : text.actions.pin}
        icon={row.pinned ? IconUnpin : IconPin}
        onPress={() => void actions.togglePin(row.name)}
      />
    </div>
  );
}
