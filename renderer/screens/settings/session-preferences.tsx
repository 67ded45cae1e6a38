import { useEffect, useState } from 'react';
import { useSettings, useSettingsActions } from '../../app/settings-context.ts';
import { Group } from '../../parts/page.tsx';
import { ChoiceSetting, TextSetting } from '../../parts/setting.tsx';
import { text } from '../../text.ts';

const words = text.sessionPreferences;

/** What holds for the sessions of all profiles. */
export function SessionPreferences() {
  const { change } = useSettingsActions();
  const preferences = useSettings((state) => state.preferences);
  const saved = preferences?.sessionNameTemplate ?? '';
  const [template, setTemplate] = useState(saved);
  useEffect(() => setTemplate(saved), [saved]);

  function save(): void {
    const typed = template.trim();
    if (typed === '') setTemplate(saved);
    else if (typed !== saved) void change({ sessionNameTemplate: typed });
  }

  if (!preferences) return null;
  return (
    <Group title={words.group}>
      <TextSetting
        label={words.template.label}
        hint={words.template.hint}
        value={template}
        onChange={setTemplate}
        onDone={save}
      />
      <ChoiceSetting
        label={words.notice.label}
        hint={words.notice.hint}
        value={preferences.renewalNoticeMinutes}
        choices={words.notice.choices}
        onChange={(renewalNoticeMinutes) => void change({ renewalNoticeMinutes })}
      />
    </Group>
  );
}
