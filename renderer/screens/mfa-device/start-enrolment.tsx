import { type FormEvent, useState } from 'react';
import type { Client } from '../../../electron/core/client.ts';
import type { CallOutput, Enrolment } from '../../../electron/core/contract.ts';
import type { Failure } from '../../../electron/core/failure.ts';
import { Button } from '../../parts/button.tsx';
import { FailureNote } from '../../parts/failure-note.tsx';
import { Field } from '../../parts/field.tsx';
import { NameField } from '../../parts/name-field.tsx';
import { text } from '../../text.ts';

interface StartEnrolmentProps {
  readonly target: CallOutput<'mfaDeviceTarget'>;
  readonly client: Pick<Client<'mfa-device'>, 'startMfaEnrolment' | 'closeWindow'>;
  readonly onStarted: (enrolment: Enrolment) => void;
}

/** For whom, and what AWS is to call the device. */
export function StartEnrolment({ target, client, onStarted }: StartEnrolmentProps) {
  const words = text.mfaDevice.start;
  const [profile, setProfile] = useState(
    target.profile ?? (target.profiles.length === 1 ? target.profiles[0] : '') ?? '',
  );
  const [name, setName] = useState('');
  const [fault, setFault] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const close = () => void client.closeWindow({});

  async function onSubmit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy) return;
    setFailure(undefined);
    setFault(profile.trim() === '' ? words.profileMissing : undefined);
    if (profile.trim() === '') return;
    setBusy(true);
    const started = await client.startMfaEnrolment({
      profile: profile.trim(),
      ...(name.trim() && { name: name.trim() }),
    });
    setBusy(false);
    if (started.ok) onStarted(started.value);
    else setFailure(started.failure);
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
            {words.title}
          </h1>
          <p className="window-hint">{words.hint}</p>
        </div>
        <NameField
          label={words.profile}
          hint={words.profileHint}
          name="profile"
          names={target.profiles}
          value={profile}
          autoFocus={profile === ''}
          {...(fault !== undefined && { fault })}
          onChange={setProfile}
        />
        <Field
          label={words.name}
          name="name"
          hint={words.nameHint}
          value={name}
          autoFocus={profile !== ''}
          onChange={setName}
        />
        {failure && <FailureNote alert failure={failure} />}
        <div className="window-actions">
          <Button onPress={close}>{text.actions.cancel}</Button>
          <Button look="primary" type="submit" busy={busy}>
            {busy ? words.making : words.make}
          </Button>
        </div>
      </form>
    </main>
  );
}
