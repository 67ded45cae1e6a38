import { useState } from 'react';
import type { FileEdit } from '../../../../electron/core/contract.ts';
import type { FixAct } from '../../../../electron/core/failure.ts';
import { useSettingsClient } from '../../../app/settings-context.ts';
import { Button } from '../../../parts/button.tsx';
import { FailureNote } from '../../../parts/failure-note.tsx';
import { IconAgain } from '../../../parts/icons.ts';
import { Group } from '../../../parts/page.tsx';
import { text } from '../../../text.ts';
import { Findings } from '../../diagnosis/findings.tsx';
import { useDiagnosis } from '../../diagnosis/use-diagnosis.ts';
import { FileEditRow } from './file-edit-row.tsx';

/** Why the profile fails, with the fixes that can be made here. */
export function ProfileWhy({ profile, onClose }: { profile: string; onClose: () => void }) {
  const client = useSettingsClient();
  const { shown, failure, busy, trying, again } = useDiagnosis(client, profile);
  const [edit, setEdit] = useState<FileEdit>();

  function fix(act: FixAct): void {
    if (act.kind === 'set-key') setEdit(act);
    else if (act.kind === 'add-key') void client.showAccessKeyWindow({ profile: act.profile });
  }

  return (
    <Group title={text.profileDetails.why.title}>
      <div className="findings">
        {busy && !shown && <p className="setting-hint">{text.diagnosis.looking}</p>}
        {failure && <FailureNote alert failure={failure} />}
        {shown && <Findings diagnosis={shown} onFix={fix} />}
        {edit && <FileEditRow edit={edit} onClose={() => setEdit(undefined)} />}
        <div className="note-actions row-end">
          <Button size="compact" onPress={onClose}>
            {text.actions.close}
          </Button>
          <Button size="compact" icon={IconAgain} busy={busy} onPress={() => void again()}>
            {trying ? text.diagnosis.trying : text.diagnosis.again}
          </Button>
        </div>
      </div>
    </Group>
  );
}
