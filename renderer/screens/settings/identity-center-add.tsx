import { type FormEvent, useState } from 'react';
import type { FilePreview } from '../../../electron/core/contract.ts';
import type { Failure } from '../../../electron/core/failure.ts';
import { useSettingsClient } from '../../app/settings-context.ts';
import { Button } from '../../parts/button.tsx';
import { DiffView } from '../../parts/diff-view.tsx';
import { FailureNote } from '../../parts/failure-note.tsx';
import { Field } from '../../parts/field.tsx';
import { Group } from '../../parts/page.tsx';
import { text } from '../../text.ts';

/** A new `[sso-session]` of the config file. The exact lines are shown before they are written. */
export function AddSsoSession({ onDone }: { readonly onDone: () => void }) {
  const client = useSettingsClient();
  const [name, setName] = useState('');
  const [startUrl, setStartUrl] = useState('');
  const [region, setRegion] = useState('');
  const [fault, setFault] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const [preview, setPreview] = useState<FilePreview>();
  const words = text.identityCenter.add;

  const edit = {
    kind: 'add-sections' as const,
    sections: [
      {
        kind: 'sso-session' as const,
        name: name.trim(),
        values: {
          sso_start_url: startUrl.trim(),
          sso_region: region.trim(),
          sso_registration_scopes: 'sso:account:access',
        },
      },
    ],
  };
  function faultNow(): string | undefined {
    if (!name.trim() || !startUrl.trim() || !region.trim()) return words.missing;
    if (!/^[\w.@+-]+$/.test(name.trim())) return words.badName;
    return /^https:\/\/\S+$/.test(startUrl.trim()) ? undefined : words.badUrl;
  }
  function changed(set: (value: string) => void) {
    return (value: string) => {
      set(value);
      setFault(undefined);
      setPreview(undefined);
    };
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const wrong = faultNow();
    setFault(wrong);
    if (wrong) return;
    const answer = preview ? await client.applyFileEdit({ edit }) : await client.previewFileEdit({ edit });
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok && preview) onDone();
    else if (answer.ok) setPreview(answer.value);
  }

  return (
    <Group title={words.title}>
      <form className="form-rows" onSubmit={(event) => void submit(event)}>
        <Field
          label={words.name}
          name="name"
          hint={words.nameHint}
          value={name}
          onChange={changed(setName)}
          autoFocus
        />
        <Field
          label={words.startUrl}
          name="startUrl"
          hint={words.startUrlHint}
          value={startUrl}
          onChange={changed(setStartUrl)}
        />
        <Field
          label={words.region}
          name="region"
          hint={words.regionHint}
          value={region}
          onChange={changed(setRegion)}
        />
        {fault && <p className="field-fault">{fault}</p>}
        {failure && <FailureNote alert failure={failure} />}
        {preview && <DiffView path={preview.path} diff={preview.diff} />}
        <div className="wizard-actions">
          <Button look="quiet" onPress={onDone}>
            {text.identityCenter.handOff.cancel}
          </Button>
          <Button look="primary" type="submit">
            {preview ? words.write : text.identityCenter.importing.look}
          </Button>
        </div>
      </form>
    </Group>
  );
}
