import { type FormEvent, useRef, useState } from 'react';
import type { Client } from '../../electron/core/client.ts';
import type { CallOutput } from '../../electron/core/contract.ts';
import type { Failure } from '../../electron/core/failure.ts';
import { Button } from '../parts/button.tsx';
import { FailureNote } from '../parts/failure-note.tsx';
import { Field } from '../parts/field.tsx';
import { IconSafe } from '../parts/icons.ts';
import { cancels } from '../parts/keys.tsx';
import { NameField } from '../parts/name-field.tsx';
import { StateMark } from '../parts/state-mark.tsx';
import { useWindowKeys } from '../parts/use-window-keys.ts';
import { text } from '../text.ts';

interface AccessKeyFormProps {
  readonly target: CallOutput<'accessKeyTarget'>;
  readonly client: Pick<Client<'access-key'>, 'addAccessKey' | 'closeWindow'>;
  readonly onSaved: (saved: CallOutput<'addAccessKey'>) => void;
}

type Faults = Partial<Record<'profile' | 'id' | 'secret', string>>;

/** Failures that say the secret itself is wrong; after all others the same secret may be sent again. */
const ABOUT_THE_SECRET: readonly Failure['kind'][] = ['secret-wrong', 'bad-input'];

/** The secret stays in its field and goes from there into the one call: never into React's state, never into a store. */
export function AccessKeyForm({ target, client, onSaved }: AccessKeyFormProps) {
  const [profile, setProfile] = useState(target.profile ?? '');
  const [accessKeyId, setAccessKeyId] = useState('');
  const [faults, setFaults] = useState<Faults>({});
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const secret = useRef<HTMLInputElement>(null);

  const cancel = () => void client.closeWindow({});
  useWindowKeys((event) => cancels(event) && cancel());
  const clearSecret = () => {
    if (secret.current) secret.current.value = '';
  };

  async function onSubmit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy) return;
    const found = findFaults(profile, accessKeyId, secret.current?.value ?? '');
    setFaults(found);
    setFailure(undefined);
    const first = (['profile', 'id', 'secret'] as const).find((field) => found[field]);
    if (first) {
      form.current?.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
      return;
    }
    setBusy(true);
    const added = await client.addAccessKey({
      profile: profile.trim(),
      accessKeyId: accessKeyId.trim(),
      secretAccessKey: secret.current?.value.trim() ?? '',
    });
    setBusy(false);
    if (added.ok) {
      clearSecret();
      onSaved(added.value);
      return;
    }
    setFailure(added.failure);
    if (!ABOUT_THE_SECRET.includes(added.failure.kind)) return;
    clearSecret();
    secret.current?.focus();
  }

  return (
    <main className="whole">
      <form
        ref={form}
        className="access-key"
        aria-labelledby="access-key-title"
        onSubmit={(event) => void onSubmit(event)}
      >
        <h1 id="access-key-title" className="window-title">
          {text.accessKey.title}
        </h1>
        <div className="access-key-fields">
          <NameField
            label={text.accessKey.profile}
            hint={text.accessKey.profileHint}
            name="profile"
            names={target.profiles}
            value={profile}
            fault={faults.profile}
            autoFocus={target.profile === null}
            onChange={setProfile}
          />
          <Field
            label={text.accessKey.id}
            name="id"
            code
            value={accessKeyId}
            fault={faults.id}
            autoFocus={target.profile !== null}
            onChange={setAccessKeyId}
          />
          <Field label={text.accessKey.secret} name="secret" code secret={secret} fault={faults.secret} />
        </div>
        {failure ? (
          <FailureNote alert failure={failure} />
        ) : (
          <p className="promise" role={busy ? 'status' : undefined}>
            {busy ? (
              <StateMark mark="requesting" left={0} chosen={false} />
            ) : (
              <IconSafe size={16} strokeWidth={1.75} aria-hidden />
            )}
            <span>{busy ? text.accessKey.checking : text.accessKey.promise}</span>
          </p>
        )}
        <div className="window-actions">
          <Button onPress={cancel}>{text.accessKey.cancel}</Button>
          <Button look="primary" type="submit" busy={busy}>
            {text.accessKey.save}
          </Button>
        </div>
      </form>
    </main>
  );
}

function findFaults(profile: string, id: string, secret: string): Faults {
  const { missing, idShape } = text.accessKey;
  const faults: Faults = {};
  if (profile.trim() === '') faults.profile = missing.profile;
  if (id.trim() === '') faults.id = missing.id;
  // @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_AccessKey.html: 16 to 128 word characters
  else if (!/^\w{16,128}$/.test(id.trim())) faults.id = idShape;
  if (secret.trim() === '') faults.secret = missing.secret;
  return faults;
}
