import { useActions, usePopover } from '../app/popover-context.ts';
import { remedyOf } from '../model/remedy.ts';
import { rowFailure } from '../model/row-failure.ts';
import { Button } from '../parts/button.tsx';
import { FailureNote } from '../parts/failure-note.tsx';
import { IconAgain, IconKey } from '../parts/icons.ts';
import { rowAt } from '../store.ts';
import { text } from '../text.ts';

/** Why the selected profile cannot be used, and what to do: said once below the list, so that rows stay one height and calm. */
export function SelectedFailure() {
  const actions = useActions();
  const row = usePopover((state) => rowAt(state.found, state.found.positions.get(state.selected ?? '') ?? -1));
  const session = usePopover((state) => (row ? state.sessions.byProfile[row.name] : undefined));
  const chosen = usePopover((state) => state.sessions.activeProfile === row?.name);
  const failure = row && rowFailure(row, session, chosen);
  if (!row || !failure) return null;
  const remedy = remedyOf(failure, row);
  if (!remedy) return <FailureNote failure={failure} />;
  return (
    <FailureNote failure={failure}>
      {remedy.kind === 'add-key' ? (
        <Button size="compact" icon={IconKey} onPress={() => void actions.addAccessKey(remedy.profile)}>
          {text.actions.addKey}
        </Button>
      ) : (
        <Button size="compact" icon={IconAgain} onPress={() => void actions.switchTo(row.name)}>
          {text.actions.tryAgain}
        </Button>
      )}
    </FailureNote>
  );
}
