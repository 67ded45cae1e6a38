import { type FormEvent, useRef, useState } from 'react';
import type { FilePreview } from '../../../electron/core/contract.ts';
import type { Failure } from '../../../electron/core/failure.ts';
import { useSettingsClient } from '../../app/settings-context.ts';
import { Button } from '../../parts/button.tsx';
import { DiffView } from '../../parts/diff-view.tsx';
import { FailureNote } from '../../parts/failure-note.tsx';
import { Field } from '../../parts/field.tsx';
import { Group } from '../../parts/page.tsx';
import { text } from '../../text.ts';

const FIELDS = ['name', 'startUrl', 'region'] as const;
type Entries = Record<(typeof FIELDS)[number], string>;
type Faults = Partial<Entries>;

/** A new `[sso-session]` of the config file. The exact lines are shown before they are written. */
export function AddSsoSession({ onDone }: { readonly onDone: () => void }) {
  const client = useSettingsClient();
  const [name, setName] = useState('');
  const [startUrl, setStartUrl] = useState('');
  const [region, setRegion] = useState('');
  const [faults, setFaults] = useState<Faults>({});
  const form = useRef<HTMLFormElement>(null);
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
  function changed(set: (value: string) => void) {
    return (value: string) => {
      set(value);
      setFaults({});
      setPreview(undefined);
    };
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const found = findFaults({ name: name.trim(), startUrl: startUrl.trim(), region: region.trim() });
    setFaults(found);
    const first = FIELDS.find((field) => found[field]);
    if (first) {
      form.current?.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
      return;
    }
    const answer = preview ? await client.applyFileEdit({ edit }) : await client.previewFileEdit({ edit });
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok && preview) onDone();
    else if (answer.ok) setPreview(answer.value);
  }

  return (
    <Group title={words.title}>
      <form ref={form} className="form-rows" onSubmit={(event) => void submit(event)}>
        <Field
          label={words.name}
          name="name"
          hint={words.nameHint}
          fault={faults.name}
          value={name}
          onChange={changed(setName)}
          autoFocus
        />
        <Field
          label={words.startUrl}
          name="startUrl"
          hint={words.startUrlHint}
          fault={faults.startUrl}
          value={startUrl}
          onChange={changed(setStartUrl)}
        />
        <Field
          label={words.region}
          name="region"
          hint={words.regionHint}
          fault={faults.region}
          value={region}
          onChange={changed(setRegion)}
        />
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

function findFaults({ name, startUrl, region }: Entries): Faults {
  const { missing, badName, badUrl, badRegion } = text.identityCenter.add;
  return {
    name: name === '' ? missing.name : /^[\w.@+-]+$/.test(name) ? undefined : badName,
    startUrl: startUrl === '' ? missing.startUrl : /^https:\/\/\S+$/.test(startUrl) ? undefined : badUrl,
    // @see https://docs.aws.amazon.com/general/latest/gr/rande.html: a place, a direction, a number
    region: region === '' ? missing.region : /^[a-z]+(-[a-z]+)+-\d+$/.test(region) ? undefined : badRegion,
  };
}
