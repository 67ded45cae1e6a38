import { useCallback, useEffect, useState } from 'react';
import type { ClearKeyRow } from '../../electron/core/contract.ts';
import type { Failure } from '../../electron/core/failure.ts';
import { useActions, usePopoverClient } from '../app/popover-context.ts';
import { Button } from '../parts/button.tsx';
import { FailureNote } from '../parts/failure-note.tsx';
import { IconAgain } from '../parts/icons.ts';
import { Panel } from '../parts/panel.tsx';
import { text } from '../text.ts';
import { KeyEditView, useKeyEdit } from './key-edit.tsx';

/** Keys that stand in clear in the user's files, and the way of each into the keychain. */
export function ClearKeysPanel() {
  const client = usePopoverClient();
  const actions = useActions();
  const [keys, setKeys] = useState<readonly ClearKeyRow[]>();
  const [failure, setFailure] = useState<Failure>();

  const load = useCallback(async () => {
    const found = await client.findClearKeys({});
    if (found.ok) setKeys(found.value.keys);
    setFailure(found.ok ? undefined : found.failure);
  }, [client]);
  useEffect(() => void load(), [load]);

  return (
    <Panel title={text.clearKeys.title} hint={text.clearKeys.hint} onBack={() => actions.show(null)}>
      {failure && <FailureNote alert failure={failure} />}
      {keys?.length === 0 && <p className="panel-quiet">{text.clearKeys.none}</p>}
      <ul className="plain-list">
        {keys?.map(({ profile, accessKeyId, places, failure: why }) => (
          <li key={profile} className="card">
            <div className="card-line">
              <div className="card-words">
                <p className="row-name">{profile}</p>
                {accessKeyId && <p className="card-code">{accessKeyId}</p>}
                {places.map(({ path, lines }) => (
                  <p key={path} className="note-remedy">
                    {text.clearKeys.at(path, lines)}
                  </p>
                ))}
                {why && (
                  <>
                    <p className="note-message">{why.message}</p>
                    <p className="note-remedy">{why.remedy}</p>
                  </>
                )}
              </div>
              {!why && (
                <Button size="compact" onPress={() => actions.show({ kind: 'clear-keys', profile })}>
                  {text.clearKeys.move}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** One key: the exact change, then what tools do from now on. */
export function TakeKeyPanel({ profile }: { profile: string }) {
  const client = usePopoverClient();
  const actions = useActions();
  const onBack = () => actions.show({ kind: 'clear-keys' });
  const { step, look, apply } = useKeyEdit(client, profile, 'take');
  const words = text.keyEdit.take;
  const offered = step.at === 'offered' || step.at === 'applying' ? step.edit : undefined;
  return (
    <Panel
      title={words.title(profile)}
      hint={step.at === 'done' ? words.next(profile) : words.hint}
      onBack={onBack}
      actions={
        <>
          {offered && <Button onPress={onBack}>{text.edit.cancel}</Button>}
          {offered && (
            <Button look="primary" autoFocus busy={step.at === 'applying'} onPress={() => void apply(offered)}>
              {step.at === 'applying' ? words.applying : words.apply}
            </Button>
          )}
          {step.at === 'refused' && (
            <Button icon={IconAgain} onPress={() => void look()}>
              {text.actions.tryAgain}
            </Button>
          )}
          {(step.at === 'done' || step.at === 'refused') && <Button onPress={onBack}>{text.actions.close}</Button>}
          {step.at === 'done' && (
            <Button
              look="primary"
              autoFocus
              onPress={() => actions.show({ kind: 'file-edit', edit: { kind: 'adopt', profile } })}
            >
              {words.adopt}
            </Button>
          )}
        </>
      }
    >
      <KeyEditView step={step} profile={profile} kind="take" />
    </Panel>
  );
}
