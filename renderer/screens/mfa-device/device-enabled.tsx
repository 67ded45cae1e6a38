import { useEffect, useState } from 'react';
import type { Client } from '../../../electron/core/client.ts';
import type { Enrolled, FilePreview } from '../../../electron/core/contract.ts';
import type { Failure } from '../../../electron/core/failure.ts';
import { Button } from '../../parts/button.tsx';
import { DiffView } from '../../parts/diff-view.tsx';
import { FailureNote } from '../../parts/failure-note.tsx';
import { IconSafe } from '../../parts/icons.ts';
import { cancels } from '../../parts/keys.tsx';
import { useWindowKeys } from '../../parts/use-window-keys.ts';
import { text } from '../../text.ts';

interface DeviceEnabledProps {
  readonly enrolled: Enrolled;
  readonly client: Pick<Client<'mfa-device'>, 'previewFileEdit' | 'applyFileEdit' | 'closeWindow'>;
}

/** AWS takes its codes; what is left is its name in the profile, to the letter and only when it is wanted. */
export function DeviceEnabled({ enrolled, client }: DeviceEnabledProps) {
  const words = text.mfaDevice.done;
  const [preview, setPreview] = useState<FilePreview>();
  const [failure, setFailure] = useState<Failure | undefined>(enrolled.problem);
  const [written, setWritten] = useState(false);
  const close = () => void client.closeWindow({});
  const { profile, mfaSerial } = enrolled;
  useWindowKeys((event) => cancels(event) && close());

  useEffect(() => {
    const edit = { kind: 'set-key', profile, key: 'mfa_serial', value: mfaSerial } as const;
    client.previewFileEdit({ edit }).then((looked) => {
      if (looked.ok) setPreview(looked.value);
      else setFailure(looked.failure);
    });
  }, [client, profile, mfaSerial]);

  async function write(): Promise<void> {
    const edit = { kind: 'set-key', profile, key: 'mfa_serial', value: mfaSerial } as const;
    const applied = await client.applyFileEdit({ edit });
    if (applied.ok) setWritten(true);
    else setFailure(applied.failure);
  }

  const offered = !written && preview !== undefined && preview.diff !== '';
  return (
    <main className="mfa-device">
      <div role="status">
        <h1 className="window-title mfa-device-done">
          <IconSafe size={20} strokeWidth={1.75} aria-hidden />
          {words.title}
        </h1>
        <p className="window-hint">{enrolled.seedKept ? words.hintSeed : words.hint}</p>
        <p className="mfa-device-arn">{mfaSerial}</p>
      </div>
      {offered && (
        <div className="mfa-device-edit">
          <p className="window-hint">{words.write(profile)}</p>
          <DiffView {...preview} />
        </div>
      )}
      {written && <p className="window-hint">{words.written(profile)}</p>}
      {failure && <FailureNote alert failure={failure} />}
      <div className="window-actions">
        <Button look={offered ? 'plain' : 'primary'} autoFocus={!offered} onPress={close}>
          {text.actions.close}
        </Button>
        {offered && (
          <Button look="primary" autoFocus onPress={() => void write()}>
            {words.writeIt}
          </Button>
        )}
      </div>
    </main>
  );
}
