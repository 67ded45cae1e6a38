import type { ProfileRow } from '../../electron/core/contract.ts';
import type { SessionState } from '../../electron/core/session.ts';
import { useActions } from '../app/popover-context.ts';
import { type RowAction, rowActions } from '../model/row-actions.ts';
import { IconButton } from '../parts/button.tsx';
import {
  IconAgain,
  IconClose,
  IconConsole,
  IconFile,
  IconKey,
  IconPin,
  IconSignOut,
  IconSwitch,
  IconUnpin,
  IconWhy,
} from '../parts/icons.ts';
import { text } from '../text.ts';

const LOOKS: Readonly<Record<RowAction['kind'], { readonly label: string; readonly icon: typeof IconKey }>> = {
  switch: { label: text.actions.switch, icon: IconSwitch },
  'try-again': { label: text.actions.tryAgain, icon: IconAgain },
  'set-key': { label: '', icon: IconFile },
  why: { label: text.diagnosis.why, icon: IconWhy },
  'add-key': { label: text.actions.addKey, icon: IconKey },
  console: { label: text.openConsole, icon: IconConsole },
  'sign-out': { label: text.actions.signOut, icon: IconSignOut },
  cancel: { label: text.actions.cancel, icon: IconClose },
  pin: { label: text.actions.pin, icon: IconPin },
  unpin: { label: text.actions.unpin, icon: IconUnpin },
};

interface RowActionsProps {
  readonly row: ProfileRow;
  readonly session: SessionState | undefined;
  readonly chosen: boolean;
}

/** What can be done with the selected profile: a toolbar beside the list, laid over the end of its row. */
export function RowActions({ row, session, chosen }: RowActionsProps) {
  const actions = useActions();

  function act(action: RowAction): void {
    switch (action.kind) {
      case 'switch':
      case 'try-again':
        return void actions.switchTo(row.name);
      case 'set-key':
        return void actions.show({ kind: 'file-edit', edit: action.edit });
      case 'why':
        return void actions.show({ kind: 'diagnosis', profile: row.name });
      case 'add-key':
        return void actions.addAccessKey(action.profile);
      case 'console':
        return void actions.openConsole(row.name);
      case 'sign-out':
      case 'cancel':
        return void actions.signOut(row.name);
      case 'pin':
      case 'unpin':
        return void actions.togglePin(row.name);
    }
  }

  return (
    <div className="row-actions" role="toolbar" aria-label={text.actions.forProfile(row.name)}>
      {rowActions(row, session, chosen).map((action) => (
        <IconButton
          key={action.kind}
          keepFocus
          {...LOOKS[action.kind]}
          {...('label' in action && { label: action.label })}
          onPress={() => act(action)}
        />
      ))}
    </div>
  );
}
