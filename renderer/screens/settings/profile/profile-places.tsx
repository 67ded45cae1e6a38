import { useState } from 'react';
import type { FileEdit, ProfileRow } from '../../../../electron/core/contract.ts';
import type { Result } from '../../../../electron/core/result.ts';
import { useSettingsActions, useSettingsClient } from '../../../app/settings-context.ts';
import { Button } from '../../../parts/button.tsx';
import { Group } from '../../../parts/page.tsx';
import { SavedTextSetting, Setting, SwitchSetting } from '../../../parts/setting.tsx';
import { useFocusBack } from '../../../parts/use-focus-back.ts';
import { text } from '../../../text.ts';
import { FileEditRow } from './file-edit-row.tsx';

const words = text.profileDetails;

function tagsIn(typed: string): string[] {
  return typed
    .split(',')
    .map((tag) => tag.trim())
    .filter(Boolean);
}

/** Where and how the profile is offered: to tools, in lists, and with how much care. */
export function ProfilePlaces({ row }: { row: ProfileRow }) {
  const client = useSettingsClient();
  const { fail } = useSettingsActions();
  const [edit, setEdit] = useState<FileEdit>();
  const button = useFocusBack<HTMLButtonElement>(edit !== undefined);
  const { name: profile, adopted } = row;

  async function settle(call: Promise<Result<unknown>>): Promise<void> {
    const done = await call;
    if (!done.ok) fail(done.failure);
  }

  return (
    <Group title={words.list}>
      <SwitchSetting
        label={words.pinned.label}
        hint={words.pinned.hint}
        on={row.pinned}
        onChange={(pinned) => void settle(client.pinProfile({ profile, pinned }))}
      />
      <SavedTextSetting
        {...words.folder}
        value={row.folder ?? ''}
        onSave={(folder) => void settle(client.labelProfile({ profile, folder: folder === '' ? null : folder }))}
      />
      <SavedTextSetting
        {...words.tags}
        value={row.tags?.join(', ') ?? ''}
        onSave={(tags) => void settle(client.labelProfile({ profile, tags: tagsIn(tags) }))}
      />
      <SwitchSetting
        label={text.looks.careful.label}
        hint={text.looks.careful.hint}
        on={row.careful}
        onChange={(careful) => void settle(client.markCareful({ profile, careful }))}
      />
      <div>
        <Setting label={words.adoption.label} hint={adopted ? words.adoption.adopted : words.adoption.released}>
          <Button ref={button} size="compact" onPress={() => setEdit({ kind: adopted ? 'release' : 'adopt', profile })}>
            {adopted ? words.adoption.release : words.adoption.adopt}
          </Button>
        </Setting>
        {edit && (
          <div className="setting-more">
            <FileEditRow key={edit.kind} edit={edit} onClose={() => setEdit(undefined)} />
          </div>
        )}
      </div>
    </Group>
  );
}
