import { useSettings, useSettingsActions, useSettingsClient } from '../../app/settings-context.ts';
import { Button } from '../../parts/button.tsx';
import { IconLock } from '../../parts/icons.ts';
import { Group, Page } from '../../parts/page.tsx';
import { ChoiceSetting, SwitchSetting } from '../../parts/setting.tsx';
import { text } from '../../text.ts';

/** When Rolecall stops handing out. */
export function LockPage() {
  const client = useSettingsClient();
  const { change, fail } = useSettingsActions();
  const preferences = useSettings((state) => state.preferences);
  const words = text.lock;

  async function lock(): Promise<void> {
    const locked = await client.lock({});
    if (!locked.ok) fail(locked.failure);
  }

  return (
    <Page
      title={text.settings.sections.lock.title}
      hint={text.settings.sections.lock.hint}
      actions={
        <Button icon={IconLock} onPress={() => void lock()}>
          {words.now}
        </Button>
      }
    >
      {preferences && (
        <Group>
          <ChoiceSetting
            label={words.after.label}
            hint={words.after.hint}
            value={preferences.lockAfterMinutes}
            choices={words.after.choices}
            onChange={(lockAfterMinutes) => void change({ lockAfterMinutes })}
          />
          <SwitchSetting
            label={words.withScreen.label}
            hint={words.withScreen.hint}
            on={preferences.lockWithScreen}
            onChange={(lockWithScreen) => void change({ lockWithScreen })}
          />
        </Group>
      )}
    </Page>
  );
}
