import { useSettings, useSettingsActions } from '../../app/settings-context.ts';
import { Group, Page } from '../../parts/page.tsx';
import { ChoiceSetting } from '../../parts/setting.tsx';
import { text } from '../../text.ts';

/** How the program looks and behaves as a whole. */
export function GeneralPage() {
  const { change } = useSettingsActions();
  const preferences = useSettings((state) => state.preferences);
  const words = text.settings.general;
  return (
    <Page title={text.settings.sections.general.title} hint={text.settings.sections.general.hint}>
      {preferences && (
        <Group title={words.appearance}>
          <ChoiceSetting
            label={words.theme.label}
            hint={words.theme.hint}
            value={preferences.theme}
            choices={words.theme.choices}
            onChange={(theme) => void change({ theme })}
          />
        </Group>
      )}
    </Page>
  );
}
