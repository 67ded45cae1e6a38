import { useCallback, useEffect, useState } from 'react';
import type { CallOutput } from '../../../electron/core/contract.ts';
import type { Failure } from '../../../electron/core/failure.ts';
import { useSettings, useSettingsClient } from '../../app/settings-context.ts';
import { Button } from '../../parts/button.tsx';
import { FailureNote } from '../../parts/failure-note.tsx';
import { IconKey } from '../../parts/icons.ts';
import { Group, Page } from '../../parts/page.tsx';
import { Setting } from '../../parts/setting.tsx';
import { text } from '../../text.ts';
import { ClearKeyRows } from './clear-key-rows.tsx';
import { KeyRow } from './key-row.tsx';

type Key = CallOutput<'listAccessKeys'>['accessKeys'][number];
type Running = CallOutput<'currentRotations'>['rotations'];

/** The base keys in the keychain: their age and use, their rotation, and those that still stand in clear. */
export function AccessKeysPage() {
  const client = useSettingsClient();
  const overview = useSettings((state) => state.overview);
  const words = text.settings.sections['access-keys'];
  const [keys, setKeys] = useState<readonly Key[]>();
  const [running, setRunning] = useState<Running>([]);
  const [checking, setChecking] = useState(false);
  const [failure, setFailure] = useState<Failure>();

  const load = useCallback(async () => {
    const listed = await client.listAccessKeys({});
    if (listed.ok) setKeys(listed.value.accessKeys);
    else setFailure(listed.failure);
  }, [client]);
  // Keys come and go through other windows and commands; the profiles change with each.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the profiles are why to ask again
  useEffect(() => void load(), [load, overview]);
  useEffect(() => {
    void client.currentRotations({}).then((now) => now.ok && setRunning(now.value.rotations));
    return client.on('rotationsChanged', setRunning);
  }, [client]);

  async function check(): Promise<void> {
    setChecking(true);
    setFailure(undefined);
    const answers = await Promise.all((keys ?? []).map(({ profile }) => client.inspectAccessKey({ profile })));
    const failed = answers.find((answer) => !answer.ok);
    if (failed && !failed.ok) setFailure(failed.failure);
    setChecking(false);
    await load();
  }

  return (
    <Page
      title={words.title}
      hint={words.hint}
      actions={
        <Button look="primary" icon={IconKey} onPress={() => void client.showAccessKeyWindow({})}>
          {text.actions.addKey}
        </Button>
      }
    >
      {failure && <FailureNote alert failure={failure} onDismiss={() => setFailure(undefined)} />}
      {(overview?.keysInClear.length ?? 0) > 0 && <ClearKeyRows />}
      <Group title={text.keyCare.title}>
        {keys?.length === 0 && <Setting label={text.keys.none} hint={text.keyCare.noneHint} />}
        {keys?.map((key) => (
          <KeyRow
            key={key.profile}
            row={key}
            step={running.find(({ profile }) => profile === key.profile)?.step}
            onChanged={() => void load()}
          />
        ))}
        {keys && keys.length > 0 && (
          <Setting label={text.keyCare.check} hint={text.keyCare.checkHint}>
            <Button size="compact" busy={checking} onPress={() => void check()}>
              {checking ? text.keyCare.checking : text.keyCare.checkNow}
            </Button>
          </Setting>
        )}
      </Group>
    </Page>
  );
}
