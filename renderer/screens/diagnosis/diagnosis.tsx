import type { FixAct } from '../../../electron/core/failure.ts';
import { useActions, usePopoverClient } from '../../app/popover-context.ts';
import { Button } from '../../parts/button.tsx';
import { FailureNote } from '../../parts/failure-note.tsx';
import { IconAgain } from '../../parts/icons.ts';
import { Panel } from '../../parts/panel.tsx';
import { text } from '../../text.ts';
import { Findings } from './findings.tsx';
import { useDiagnosis } from './use-diagnosis.ts';

/** Why a profile fails: its way step by step, the likely causes, and what its owner would have to save. */
export function DiagnosisPanel({ profile }: { profile: string }) {
  const client = usePopoverClient();
  const actions = useActions();
  const { shown, failure, busy, trying, again } = useDiagnosis(client, profile);

  function fix(act: FixAct): void {
    if (act.kind === 'set-key') actions.show({ kind: 'file-edit', edit: act });
    else if (act.kind === 'add-key') void actions.addAccessKey(act.profile);
  }

  return (
    <Panel
      title={text.diagnosis.title(profile)}
      onBack={() => actions.show(null)}
      actions={
        <Button icon={IconAgain} busy={busy} onPress={() => void again()}>
          {trying ? text.diagnosis.trying : text.diagnosis.again}
        </Button>
      }
    >
      {busy && !shown && <p className="panel-quiet">{text.diagnosis.looking}</p>}
      {failure && <FailureNote alert failure={failure} />}
      {shown && <Findings diagnosis={shown} onFix={fix} />}
    </Panel>
  );
}
