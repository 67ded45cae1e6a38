import { useEffect, useState } from 'react';
import type { CallInput, ProfileRow, SessionPlan } from '../../../../electron/core/contract.ts';
import { useSettingsActions, useSettingsClient } from '../../../app/settings-context.ts';
import { Group } from '../../../parts/page.tsx';
import { ChoiceSetting, SwitchSetting } from '../../../parts/setting.tsx';
import { text } from '../../../text.ts';

const words = text.session;
const HOUR_SECONDS = 3600;
const AS_FILE = 0;
const lengths = [1, 2, 4, 8, 12].map((hours) => ({ value: hours * HOUR_SECONDS, label: words.length.of(hours) }));

/** How long a profile's sessions last, and which of the two ways with MFA leads to them. */
export function SessionLength({ row }: { row: ProfileRow }) {
  const client = useSettingsClient();
  const { fail } = useSettingsActions();
  const [plan, setPlan] = useState<SessionPlan>();

  useEffect(() => {
    let shown = true;
    setPlan(undefined);
    void client.sessionPlan({ profile: row.name }).then((found) => {
      if (shown) setPlan(found.ok ? found.value : undefined);
    });
    return () => {
      shown = false;
    };
  }, [client, row.name]);

  async function change(changed: Omit<CallInput<'setSessionDefault'>, 'profile'>): Promise<void> {
    const saved = await client.setSessionDefault({ profile: row.name, ...changed });
    if (saved.ok) setPlan(saved.value);
    else fail(saved.failure);
  }

  if (!plan || row.kind !== 'role') return null;
  const longestSeconds = Math.max(...plan.plans.map((each) => each.longestSeconds));
  const value = plan.saved.durationSeconds ?? AS_FILE;
  const offered = lengths.filter((length) => length.value <= longestSeconds);
  const own = { value, label: words.length.of(value / HOUR_SECONDS) };
  const known = value === AS_FILE || offered.some((length) => length.value === value);
  return (
    <Group title={words.group}>
      <ChoiceSetting
        label={words.length.label}
        hint={longestSeconds > HOUR_SECONDS ? words.length.hint : words.length.chained}
        value={value}
        choices={[{ value: AS_FILE, label: words.length.asFile }, ...offered, ...(known ? [] : [own])]}
        onChange={(seconds) => void change({ durationSeconds: seconds === AS_FILE ? null : seconds })}
      />
      {plan.plans.length > 1 && (
        <SwitchSetting
          label={words.ownCode.label}
          hint={words.ownCode.hint}
          on={plan.chosen.plan === 'own-code'}
          onChange={(ownCode) => void change({ ownCode: ownCode || null })}
        />
      )}
    </Group>
  );
}
