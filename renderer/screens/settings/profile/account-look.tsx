import type { CallInput, ProfileRow } from '../../../../electron/core/contract.ts';
import type { AccountColour } from '../../../../electron/core/looks/look.ts';
import { useSettingsActions, useSettingsClient } from '../../../app/settings-context.ts';
import { ColourChoice } from '../../../parts/colour-choice.tsx';
import { Group } from '../../../parts/page.tsx';
import { SavedTextSetting, Setting } from '../../../parts/setting.tsx';
import { text } from '../../../text.ts';

type Choice = AccountColour | 'none' | 'by-name';

const words = text.looks;
const choices = [
  { value: 'by-name' as const, label: words.colour.byName },
  { value: 'none' as const, label: words.colour.none },
  ...(Object.entries(words.colour.of) as [AccountColour, string][]).map(([value, label]) => ({
    value,
    label,
    paint: value,
  })),
];

/** How the account of a profile is recognised. */
export function AccountLook({ row }: { row: ProfileRow }) {
  const client = useSettingsClient();
  const actions = useSettingsActions();
  const { accountId } = row;

  async function change(look: Omit<CallInput<'changeAccount'>, 'accountId'>): Promise<void> {
    if (accountId === undefined) return;
    const changed = await client.changeAccount({ accountId, ...look });
    if (!changed.ok) actions.fail(changed.failure);
  }

  return (
    accountId !== undefined && (
      <Group title={`${words.account} ${accountId}`}>
        <SavedTextSetting
          key={accountId}
          {...words.name}
          value={row.accountName ?? ''}
          onSave={(name) => void change({ name: name === '' ? null : name })}
        />
        <Setting label={words.colour.label} hint={words.colour.hint} below>
          <ColourChoice<Choice>
            label={words.colour.label}
            value={row.accountColour ?? 'by-name'}
            choices={choices}
            onChange={(colour) => void change({ colour: colour === 'by-name' ? null : colour })}
          />
        </Setting>
      </Group>
    )
  );
}
