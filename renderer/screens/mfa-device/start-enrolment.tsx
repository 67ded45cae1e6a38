import { useState } from 'react';
import type { Client } from '../../../electron/core/client.ts';
import type { CallOutput, Enrolment } from '../../../electron/core/contract.ts';
import type { Failure } from '../../../electron/core/failure.ts';
import { FailureNote } from '../../parts/failure-note.tsx';
import { Field } from '../../parts/field.tsx';
import { NameField } from '../../parts/name-field.tsx';
import { text } from '../../text.ts';
import { DeviceForm } from './device-form.tsx';

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

  async function onSubmit(): Promise<void> {
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
    <DeviceForm
      title={words.title}
      about={<p className="window-hint">{words.hint}</p>}
      goOn={busy ? words.making : words.make}
      busy={busy}
      onSubmit={onSubmit}
      onClose={close}
    >
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
    </DeviceForm>
  );
}
