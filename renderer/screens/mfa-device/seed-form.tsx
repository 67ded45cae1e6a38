import { type FormEvent, useRef, useState } from 'react';
import type { Client } from '../../../electron/core/client.ts';
import type { Failure } from '../../../electron/core/failure.ts';
import { shortSerial } from '../../model/mfa-code.ts';
import { Button } from '../../parts/button.tsx';
import { FailureNote } from '../../parts/failure-note.tsx';
import { Field } from '../../parts/field.tsx';
import { text } from '../../text.ts';

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

  async function onSubmit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy) return;
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
    <main className="whole">
      <form
        className="mfa-device"
        aria-labelledby="mfa-device-title"
        onSubmit={(event) => void onSubmit(event)}
        onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && close()}
      >
        <div>
          <h1 id="mfa-device-title" className="window-title">
            {words.title(shortSerial(mfaSerial))}
          </h1>
          <p className="mfa-device-arn">{mfaSerial}</p>
        </div>
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
        <div className="window-actions">
          <Button onPress={close}>{text.actions.cancel}</Button>
          <Button look="primary" type="submit" busy={busy}>
            {words.keep}
          </Button>
        </div>
      </form>
    </main>
  );
}
