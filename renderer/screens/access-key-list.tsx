import { useCallback, useEffect, useState } from 'react';
import type { Client } from '../../electron/core/client.ts';
import type { CallOutput } from '../../electron/core/contract.ts';
import type { Failure } from '../../electron/core/failure.ts';
import { Button, IconButton } from '../parts/button.tsx';
import { FailureNote } from '../parts/failure-note.tsx';
import { IconRemove } from '../parts/icons.ts';
import { text } from '../text.ts';

type KeyRow = CallOutput<'listAccessKeys'>['accessKeys'][number];

/** The keys in the keychain, by their masked ids. Removing asks once more, in place. */
export function AccessKeyList({ client }: { client: Pick<Client<'popover'>, 'listAccessKeys' | 'removeAccessKey'> }) {
  const [keys, setKeys] = useState<readonly KeyRow[]>();
  const [failure, setFailure] = useState<Failure>();
  const [asked, setAsked] = useState<string>();

  const load = useCallback(async () => {
    const listed = await client.listAccessKeys({});
    if (listed.ok) setKeys(listed.value.accessKeys);
    setFailure(listed.ok ? undefined : listed.failure);
  }, [client]);
  useEffect(() => {
    void load();
    // Keys come in through a window of their own; this one is looked at again afterwards.
    const reload = () => void load();
    window.addEventListener('focus', reload);
    return () => window.removeEventListener('focus', reload);
  }, [load]);

  async function remove(profile: string): Promise<void> {
    const removed = await client.removeAccessKey({ profile });
    setAsked(undefined);
    if (removed.ok) await load();
    else setFailure(removed.failure);
  }

  return (
    <>
      {failure && <FailureNote alert failure={failure} />}
      {keys?.length === 0 && <p className="panel-quiet">{text.keys.none}</p>}
      <ul className="plain-list">
        {keys?.map((key) => (
          <li key={key.profile} className="card">
            {asked === key.profile ? (
              <>
                <p className="note-message">{text.keys.confirm(key.profile)}</p>
                <p className="note-remedy">
                  {key.rotatingSince === undefined ? text.keys.confirmHint : text.keys.confirmHalfRotated}
                </p>
                <div className="note-actions">
                  <Button size="compact" autoFocus onPress={() => setAsked(undefined)}>
                    {text.keys.keep}
                  </Button>
                  <Button size="compact" look="danger" onPress={() => void remove(key.profile)}>
                    {text.keys.remove}
                  </Button>
                </div>
              </>
            ) : (
              <div className="card-line">
                <div className="card-words">
                  <p className="row-name">{key.profile}</p>
                  <p className="card-code">{key.accessKeyId}</p>
                  <p className="note-remedy">
                    {key.userArn}
                    <br />
                    {text.keys.added(new Date(key.addedAt).toLocaleDateString(undefined, { dateStyle: 'medium' }))}
                  </p>
                </div>
                <IconButton
                  label={`${text.keys.remove} ${key.profile}`}
                  icon={IconRemove}
                  onPress={() => setAsked(key.profile)}
                />
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
