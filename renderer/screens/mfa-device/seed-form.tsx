import { useRef, useState } from 'react';
import type { Client } from '../../../electron/core/client.ts';
import type { Failure } from '../../../electron/core/failure.ts';
import { shortSerial } from '../../model/mfa-code.ts';
import { FailureNote } from '../../parts/failure-note.tsx';
import { Field } from '../../parts/field.tsx';
import { text } from '../../text.ts';
import { DeviceForm } from './device-form.tsx';

interface SeedFormProps {
  readonly mfaSerial: string;
  readonly client: Pick<Client<'mfa-device'>, 'addMfaSeed' | 'closeWindow'>;
}

/** The seed stays in its field and goes from there into the one call: never into React's state. */
export function SeedForm({ mfaSerial, client }: SeedFormProps) {
  const words = text.mfaDevice.seed;
  const [fault, setFault] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const seed = useRef<HTMLInputElement>(null);
  const close = () => void client.closeWindow({});

  async function onSubmit(): Promise<void> {
    const typed = seed.current?.value.trim() ?? '';
    setFailure(undefined);
    setFault(typed === '' ? words.missing : undefined);
    if (typed === '') return;
    setBusy(true);
    const added = await client.addMfaSeed({ mfaSerial, seed: typed });
    setBusy(false);
    if (added.ok) {
      if (seed.current) seed.current.value = '';
      close();
      return;
    }
    setFailure(added.failure);
    seed.current?.focus();
  }

  return (
    <DeviceForm
      title={words.title(shortSerial(mfaSerial))}
      about={<p className="mfa-device-arn">{mfaSerial}</p>}
      goOn={words.keep}
      busy={busy}
      onSubmit={onSubmit}
      onClose={close}
    >
      <p className="mfa-device-cost">{words.cost}</p>
      <Field
        label={words.label}
        hint={words.hint}
        name="seed"
        code
        secret={seed}
        autoFocus
        {...(fault !== undefined && { fault })}
      />
      {failure && <FailureNote alert failure={failure} />}
    </DeviceForm>
  );
}
