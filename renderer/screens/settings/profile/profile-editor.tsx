import { type FormEvent, useEffect, useId, useMemo, useState } from 'react';
import type { FileEdit, ProfileDetails, ProfileRow } from '../../../../electron/core/contract.ts';
import type { FixableKey } from '../../../../electron/core/failure.ts';
import { useSettings, useSettingsActions } from '../../../app/settings-context.ts';
import { Button } from '../../../parts/button.tsx';
import { Group } from '../../../parts/page.tsx';
import { Setting } from '../../../parts/setting.tsx';
import { useFocusBack } from '../../../parts/use-focus-back.ts';
import { draftKey } from '../../../settings-store.ts';
import { text } from '../../../text.ts';
import { FileEditRow } from './file-edit-row.tsx';

const words = text.profileDetails.editor;

/** What the last hop of a chain takes; other kinds have no role to ask for. */
const ofRole: readonly FixableKey[] = [
  'region',
  'duration_seconds',
  'mfa_serial',
  'external_id',
  'role_session_name',
  'source_identity',
];
const keysOf: Readonly<Record<ProfileRow['kind'], readonly FixableKey[]>> = {
  role: ofRole,
  user: ['region', 'mfa_serial'],
  'identity-center': ['region'],
  'web-identity': ['region', 'duration_seconds', 'role_session_name'],
  other: ['region'],
};

/** The profile's own lines in the config file, edited in place. */
export function ProfileEditor({ row, details }: { row: ProfileRow; details: ProfileDetails }) {
  return (
    <Group title={words.title}>
      {keysOf[row.kind].map((name) => (
        <KeyEditor key={`${row.name}/${name}`} profile={row.name} name={name} written={details.written[name] ?? ''} />
      ))}
    </Group>
  );
}

function KeyEditor({ profile, name, written }: { profile: string; name: FixableKey; written: string }) {
  const id = useId();
  const draft = useSettings((state) => state.drafts.get(draftKey(profile, name)));
  const { draft: keep } = useSettingsActions();
  // The file may change beside the window: what is there then is what is edited.
  const typed = draft?.over === written ? draft.typed : written;
  const [asked, setAsked] = useState(false);
  const { label, hint, example } = words.keys[name];
  const value = typed.trim();
  const changed = value !== written;
  const field = useFocusBack<HTMLInputElement>(changed || asked);
  const edit = useMemo<FileEdit>(
    () => ({ kind: 'set-key', profile, key: name, value: value === '' ? null : value }),
    [profile, name, value],
  );
  const stale = draft !== undefined && draft.over !== written;
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words in the file are why
  useEffect(() => {
    setAsked(false);
    if (stale) keep(draftKey(profile, name), null);
  }, [written, stale]);

  function review(event: FormEvent): void {
    event.preventDefault();
    if (changed) setAsked(true);
  }

  const setTyped = (next: string) =>
    keep(draftKey(profile, name), next === written ? null : { typed: next, over: written });

  function undo(): void {
    setTyped(written);
    setAsked(false);
  }

  return (
    <form onSubmit={review}>
      <Setting label={label} hint={hint} field={id}>
        <input
          ref={field}
          type="text"
          className="field-input setting-input setting-input-wide"
          id={id}
          name={name}
          aria-describedby={`${id}-hint`}
          autoComplete="off"
          spellCheck={false}
          placeholder={example}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setAsked(false);
          }}
        />
      </Setting>
      {changed && !asked && (
        <div className="setting-more note-actions row-end">
          <Button size="compact" onPress={undo}>
            {words.undo}
          </Button>
          <Button size="compact" look="primary" type="submit">
            {words.review}
          </Button>
        </div>
      )}
      {asked && (
        <div className="setting-more">
          <FileEditRow key={value} edit={edit} onClose={undo} onDone={() => setAsked(false)} />
        </div>
      )}
    </form>
  );
}
