import { useActions } from '../app/popover-context.ts';
import type { RowAction } from '../model/row-actions.ts';

/** Does what a button, a menu entry or a key of a row says. `false` when there was nothing to do. */
export function useRowAction(): (profile: string, action: RowAction) => boolean {
  const actions = useActions();
  return (profile, action) => {
    switch (action.kind) {
      case 'sign-out':
      case 'cancel':
        return actions.signOut(profile);
      case 'switch':
      case 'try-again':
        void actions.switchTo(profile);
        break;
      case 'console':
        void actions.openConsole(profile);
        break;
      case 'choose-console':
        actions.show({ kind: 'console', profile });
        break;
      case 'copy':
        void actions.copyEnvironment(profile);
        break;
      case 'environment':
        actions.show({ kind: 'environment', profile });
        break;
      case 'terminal':
        void actions.openTerminal(profile);
        break;
      case 'pin':
      case 'unpin':
        void actions.togglePin(profile);
        break;
      case 'details':
        void actions.openSettings({ section: 'profiles', profile });
        break;
      case 'adopt':
      case 'release':
        actions.show({ kind: 'file-edit', edit: { kind: action.kind, profile } });
        break;
      case 'set-key':
        actions.show({ kind: 'file-edit', edit: action.edit });
        break;
      case 'why':
        actions.show({ kind: 'diagnosis', profile });
        break;
      case 'add-key':
        void actions.addAccessKey(action.profile);
        break;
    }
    return true;
  };
}
