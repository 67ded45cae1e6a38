import { useState } from 'react';
import { useSettings, useSettingsActions } from '../../app/settings-context.ts';
import { Group, Page } from '../../parts/page.tsx';
import { ChoiceSetting, SavedTextSetting, SwitchSetting, TextSetting } from '../../parts/setting.tsx';
import { text } from '../../text.ts';

const words = text.settings.general;

/** How the program looks and behaves as a whole. */
export function GeneralPage() {
  const { change } = useSettingsActions();
  const preferences = useSettings((state) => state.preferences);
  const refused = useSettings((state) => state.refused);
  return (
    <Page title={text.settings.sections.general.title} hint={text.settings.sections.general.hint}>
      {preferences && (
        <>
          <Group title={words.appearance}>
            <ChoiceSetting
              label={words.theme.label}
              hint={words.theme.hint}
              value={preferences.theme}
              choices={words.theme.choices}
              onChange={(theme) => void change({ theme })}
            />
            <ChoiceSetting
              label={text.grouping.label}
              hint={text.grouping.hint}
              value={preferences.groupBy}
              choices={text.grouping.choices}
              onChange={(groupBy) => void change({ groupBy })}
            />
          </Group>
          <Group title={words.starting}>
            <SwitchSetting
              label={words.startAtLogin.label}
              hint={words.startAtLogin.hint}
              refused={refused.startAtLogin}
              on={preferences.startAtLogin}
              onChange={(startAtLogin) => void change({ startAtLogin })}
            />
          </Group>
          <Group title={words.notices}>
            <ChoiceSetting
              label={words.renewal.label}
              hint={words.renewal.hint}
              value={preferences.renewalNoticeMinutes}
              choices={words.renewal.choices}
              onChange={(renewalNoticeMinutes) => void change({ renewalNoticeMinutes })}
            />
          </Group>
          <Group title={words.terminal.title}>
            <ChoiceSetting
              label={words.terminal.shell.label}
              hint={words.terminal.shell.hint}
              value={preferences.shell}
              choices={words.terminal.shell.choices}
              onChange={(shell) => void change({ shell })}
            />
            <SavedTextSetting
              {...words.terminal.command}
              value={preferences.terminalCommand}
              onSave={(terminalCommand) => void change({ terminalCommand })}
            />
          </Group>
          <Group title={words.cloudTrail}>
            <SessionName
              key={preferences.sessionNameTemplate}
              template={preferences.sessionNameTemplate}
              onSave={(sessionNameTemplate) => void change({ sessionNameTemplate })}
            />
          </Group>
        </>
      )}
    </Page>
  );
}

function SessionName({ template, onSave }: { template: string; onSave: (template: string) => void }) {
  const [typed, setTyped] = useState(template);
  return (
    <TextSetting
      label={words.sessionName.label}
      hint={words.sessionName.hint}
      value={typed}
      onChange={setTyped}
      onDone={() => {
        const next = typed.trim();
        if (next === '') setTyped(template);
        else if (next !== template) onSave(next);
      }}
    />
  );
}
