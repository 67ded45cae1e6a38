import { useId } from 'react';
import { useSettings, useSettingsActions } from '../../app/settings-context.ts';
import { type Chord, keyTables } from '../../model/keys.ts';
import { Keys, keysInWords } from '../../parts/keys.tsx';
import { Group, Page } from '../../parts/page.tsx';
import { Setting } from '../../parts/setting.tsx';
import { ShortcutField } from '../../parts/shortcut-field.tsx';
import { text } from '../../text.ts';
import { lookOf } from '../row-looks.ts';

const words = text.shortcuts;

/** The keys that a person chooses, and those that are as they are: the tables that the windows themselves listen by. */
export function ShortcutsPage() {
  const { list, row, pick, prompt, settings } = keyTables;
  return (
    <Page title={text.settings.sections.shortcuts.title} hint={text.settings.sections.shortcuts.hint}>
      <KeysFromAnywhere />
      <KeyTable title={words.tables.list} keys={list} does={(key) => words.does.list[key]} />
      <KeyTable title={words.tables.row} keys={row} does={(kind) => lookOf({ kind }).label} />
      <KeyTable title={words.tables.pick} keys={pick} does={(key) => words.does.pick[key]} />
      <KeyTable title={words.tables.prompt} keys={prompt} does={(key) => words.does.prompt[key]} />
      <KeyTable title={words.tables.settings} keys={settings} does={(key) => words.does.settings[key]} />
    </Page>
  );
}

function KeysFromAnywhere() {
  const { change } = useSettingsActions();
  const preferences = useSettings((state) => state.preferences);
  const refused = useSettings((state) => state.refused.shortcut);
  const id = useId();
  if (!preferences) return null;
  const { label, hint, none } = words.anywhere;
  return (
    <Group>
      <Setting label={label} hint={hint} refused={refused} id={id}>
        <ShortcutField
          label={label}
          describedBy={`${id}-hint`}
          keys={preferences.shortcut}
          none={none}
          onChange={(shortcut) => void change({ shortcut })}
        />
      </Setting>
    </Group>
  );
}

interface KeyTableProps<A extends string> {
  readonly title: string;
  readonly keys: Readonly<Record<A, readonly Chord[]>>;
  readonly does: (key: A) => string;
}

function KeyTable<A extends string>({ title, keys, does }: KeyTableProps<A>) {
  return (
    <Group title={title}>
      <dl className="key-table">
        {(Object.entries(keys) as [A, readonly Chord[]][]).map(([key, chords]) => (
          <div key={key} className="key-line">
            <dt>
              {chords.map((chord, at) => (
                <span key={keysInWords(chord)}>
                  {at > 0 && <span className="key-or">{words.or}</span>}
                  <Keys chord={chord} />
                  <span className="unseen">{keysInWords(chord)}</span>
                </span>
              ))}
            </dt>
            <dd>{does(key)}</dd>
          </div>
        ))}
      </dl>
    </Group>
  );
}
