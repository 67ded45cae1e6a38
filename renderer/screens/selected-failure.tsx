import { useActions, usePopover } from '../app/popover-context.ts';
import { type Remedy, remediesOf } from '../model/remedy.ts';
import { rowFailure } from '../model/row-failure.ts';
import { Button } from '../parts/button.tsx';
import { FailureNote } from '../parts/failure-note.tsx';
import { IconAgain, IconFile, IconKey, IconWhy } from '../parts/icons.ts';
import { text } from '../text.ts';

/** Why the selected profile cannot be used, and what to do: said once below the list, so that rows stay one height and calm. */
export function SelectedFailure() {
  const row = usePopover((state) => state.selectedItem?.row);
  const session = usePopover((state) => (row ? state.sessions.byProfile[row.name] : undefined));
  const chosen = usePopover((state) => state.sessions.activeProfile === row?.name);
  const failure = row && rowFailure(row, session, chosen);
  if (!row || !failure) return null;
  const remedies = remediesOf(failure, row);
  if (remedies.length === 0) return <FailureNote failure={failure} />;
  return (
    <FailureNote failure={failure}>
      {remedies.map((remedy) => (
        <RemedyButton key={remedy.kind} profile={row.name} remedy={remedy} />
      ))}
    </FailureNote>
  );
}

function RemedyButton({ profile, remedy }: { profile: string; remedy: Remedy }) {
  const actions = useActions();
  switch (remedy.kind) {
    case 'add-key':
      return (
        <Button size="compact" icon={IconKey} onPress={() => void actions.addAccessKey(remedy.profile)}>
          {text.actions.addKey}
        </Button>
      );
    case 'set-key':
      return (
        <Button size="compact" icon={IconFile} onPress={() => actions.show({ kind: 'file-edit', edit: remedy.edit })}>
          {remedy.label}
        </Button>
      );
    case 'why':
      return (
        <Button size="compact" icon={IconWhy} onPress={() => actions.show({ kind: 'diagnosis', profile })}>
          {text.diagnosis.why}
        </Button>
      );
    case 'try-again':
      return (
        <Button size="compact" icon={IconAgain} onPress={() => void actions.switchTo(profile)}>
          {text.actions.tryAgain}
        </Button>
      );
  }
}
