import { useCallback, useEffect, useState } from 'react';
import type { ClearKeyRow } from '../../../electron/core/contract.ts';
import { useSettings, useSettingsClient } from '../../app/settings-context.ts';
import { Button } from '../../parts/button.tsx';
import { Group } from '../../parts/page.tsx';
import { useFocusBack } from '../../parts/use-focus-back.ts';
import { text } from '../../text.ts';
import { KeyEditRow } from './key-edit-row.tsx';

/** Keys that stand in clear in the user's files. */
export function ClearKeyRows() {
  const client = useSettingsClient();
  const overview = useSettings((state) => state.overview);
  const [keys, setKeys] = useState<readonly ClearKeyRow[]>([]);

  const load = useCallback(async () => {
    const found = await client.findClearKeys({});
    if (found.ok) setKeys(found.value.keys);
  }, [client]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the profiles are why to ask again
  useEffect(() => void load(), [load, overview]);

  return (
    <Group title={text.clearKeys.title}>
      {keys.map((row) => (
        <ClearKey key={row.profile} row={row} onChanged={() => void load()} />
      ))}
    </Group>
  );
}

function ClearKey({ row, onChanged }: { readonly row: ClearKeyRow; readonly onChanged: () => void }) {
  const { profile, accessKeyId, places, failure } = row;
  const [moving, setMoving] = useState(false);
  const button = useFocusBack<HTMLButtonElement>(moving);
  return (
    <div className="setting setting-below">
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
        {!failure && !moving && (
          <div className="key-actions">
            <Button ref={button} size="compact" onPress={() => setMoving(true)}>
              {text.clearKeys.move}
            </Button>
          </div>
        )}
      </div>
      {moving && (
        <KeyEditRow
          profile={profile}
          kind="take"
          onClose={() => {
            setMoving(false);
            onChanged();
          }}
        />
      )}
    </div>
  );
}
