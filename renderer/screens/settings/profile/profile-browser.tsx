import { useCallback, useEffect, useState } from 'react';
import type { BrowserChoice } from '../../../../electron/core/console/browser-choice.ts';
import type { CallOutput, ProfileRow } from '../../../../electron/core/contract.ts';
import { useSettingsActions, useSettingsClient } from '../../../app/settings-context.ts';
import { browserOptions, optionValue } from '../../../model/browser-options.ts';
import { Group } from '../../../parts/page.tsx';
import { ChoiceSetting, SwitchSetting } from '../../../parts/setting.tsx';
import { text } from '../../../text.ts';

const words = text.browser;
const containers = [
  { value: '', label: words.container.none },
  ...Object.entries(words.container.of).map(([value, label]) => ({ value, label })),
];

/** Where the consoles of a profile open. */
export function ProfileBrowser({ row }: { row: ProfileRow }) {
  const client = useSettingsClient();
  const { fail } = useSettingsActions();
  const [known, setKnown] = useState<CallOutput<'browsers'>>();
  const { name: profile, accountId, accountName } = row;

  const look = useCallback(async () => {
    const answer = await client.browsers({ profile });
    if (answer.ok) setKnown(answer.value);
  }, [client, profile]);
  useEffect(() => void look(), [look]);

  if (!known) return null;
  const { installed, chosen, byAccount = false } = known;
  const options = browserOptions(installed, chosen);

  async function choose(choice: BrowserChoice | null, forAccount: boolean): Promise<void> {
    const saved = await client.chooseBrowser({ profile, choice, forAccount });
    if (!saved.ok) fail(saved.failure);
    await look();
  }

  /** To the whole account; or back to this profile alone. */
  async function spread(choice: BrowserChoice, forAccount: boolean): Promise<void> {
    if (!forAccount) await client.chooseBrowser({ profile, choice: null, forAccount: true });
    await choose(choice, forAccount);
  }

  return (
    <Group title={words.title}>
      <ChoiceSetting
        label={words.label}
        hint={words.hint}
        value={optionValue(chosen)}
        choices={options}
        onChange={(value) => void choose(options.find((option) => option.value === value)?.choice ?? null, byAccount)}
      />
      {chosen?.browser === 'firefox' && (
        <ChoiceSetting
          label={words.container.label}
          hint={words.container.hint}
          value={chosen.container ?? ''}
          choices={containers}
          onChange={(value) => {
            const { container: _, ...rest } = chosen;
            const container = value as NonNullable<BrowserChoice['container']>;
            void choose(value === '' ? rest : { ...rest, container }, byAccount);
          }}
        />
      )}
      {chosen && accountId !== undefined && (
        <SwitchSetting
          label={words.account.label}
          hint={words.account.hint(accountName ?? accountId)}
          on={byAccount}
          onChange={(forAccount) => void spread(chosen, forAccount)}
        />
      )}
    </Group>
  );
}
