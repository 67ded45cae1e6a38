import { useCallback, useEffect, useState } from 'react';
import type { ClearKeyRow } from '../../../electron/core/contract.ts';
import { useSettings, useSettingsClient } from '../../app/settings-context.ts';
import { Button } from '../../parts/button.tsx';
import { Group } from '../../parts/page.tsx';
import { text } from '../../text.ts';
import { KeyEditRow } from './key-edit-row.tsx';

/** Keys that stand in clear in the user's files. */
export function ClearKeyRows() {
  const client = useSettingsClient();
  const overview = useSettings((state) => state.overview);
  const [keys, setKeys] = useState<readonly ClearKeyRow[]>([]);
  const [chosen, setChosen] = useState<string>();

  const load = useCallback(async () => {
    const found = await client.findClearKeys({});
    if (found.ok) setKeys(found.value.keys);
  }, [client]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the profiles are why to ask again
  useEffect(() => void load(), [load, overview]);

  return (
    <Group title={text.clearKeys.title}>
      {keys.map(({ profile, accessKeyId, places, failure }) => (
        <div key={profile} className="setting setting-below">
          <div className="card-line">
            <div className="setting-words">
              <p className="setting-label">{profile}</p>
              {accessKeyId && <p className="device-serial">{accessKeyId}</p>}
              <p className="setting-hint">
                {failure
                  ? `${failure.message} ${failure.remedy}`
                  : places.map(({ path, lines }) => text.clearKeys.at(path, lines)).join(' ')}
              </p>
            </div>
            {!failure && chosen !== profile && (
              <div className="key-actions">
                <Button size="compact" onPress={() => setChosen(profile)}>
                  {text.clearKeys.move}
                </Button>
              </div>
            )}
          </div>
          {chosen === profile && (
            <KeyEditRow
              profile={profile}
              kind="take"
              onClose={() => {
                setChosen(undefined);
                void load();
              }}
            />
          )}
        </div>
      ))}
    </Group>
  );
}
