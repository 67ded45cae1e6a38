import { useEffect, useState } from 'react';
import type { Reading, SsoSessionRow } from '../../../electron/core/contract.ts';
import type { Failure } from '../../../electron/core/failure.ts';
import { useSettingsClient } from '../../app/settings-context.ts';
import { shareOf } from '../../model/sso-text.ts';
import { Button } from '../../parts/button.tsx';
import { FailureNote } from '../../parts/failure-note.tsx';
import { Group } from '../../parts/page.tsx';
import { Progress } from '../../parts/progress.tsx';
import { useNow } from '../../parts/ticker.ts';
import { text } from '../../text.ts';
import { HandOff } from './identity-center-hand-off.tsx';

interface ReadOrganisationProps {
  readonly session: SsoSessionRow;
  /** Whatever was read before. */
  readonly anew: boolean;
  readonly onRead: () => void;
}

/** Reads all accounts and roles, with its progress; stops when told to, and goes on there. */
export function ReadOrganisation({ session, anew, onRead }: ReadOrganisationProps) {
  const client = useSettingsClient();
  const [reading, setReading] = useState<Reading>();
  const [failure, setFailure] = useState<Failure>();
  const [round, setRound] = useState(0);
  const now = useNow(session.signIn !== undefined);
  const words = text.identityCenter.importing;
  const { name } = session;

  useEffect(() => client.on('readingChanged', (next) => next.session === name && setReading(next)), [client, name]);
  useEffect(() => {
    let left = false;
    async function start(): Promise<void> {
      // Only the first time: going on is what a stopped reading is for.
      const started = await client.readOrganisation({ session: name, anew: anew && round === 0 });
      if (left) return;
      setFailure(started.ok ? undefined : started.failure);
      if (started.ok) setReading((told) => told ?? started.value);
    }
    void start();
    return () => {
      left = true;
    };
  }, [client, name, anew, round]);

  const isRead = reading?.state === 'read';
  useEffect(() => {
    if (isRead) onRead();
  }, [isRead, onRead]);

  function again(): void {
    setReading(undefined);
    setFailure(undefined);
    setRound((count) => count + 1);
  }

  const problem = failure ?? reading?.failure;
  const isStopped = reading?.state === 'stopped' || problem !== undefined;
  return (
    <Group title={words.reading}>
      <div className="wizard-block">
        {session.signIn ? (
          <>
            <p className="setting-hint">{words.signingIn}</p>
            <HandOff session={name} signIn={session.signIn} now={now} />
          </>
        ) : (
          <>
            <Progress label={words.reading} share={shareOf(reading)} />
            <p className="progress-words">{words.progress(reading)}</p>
            <p className="setting-hint">{isStopped ? words.stopped : words.readingHint}</p>
          </>
        )}
        {problem && <FailureNote alert failure={problem} />}
        {(isStopped || !session.signIn) && (
          <div className="wizard-actions">
            {isStopped ? (
              <Button look="primary" autoFocus={reading !== undefined} onPress={again}>
                {words.goOn}
              </Button>
            ) : (
              <Button onPress={() => void client.stopOrganisation({ session: name })}>{words.stop}</Button>
            )}
          </div>
        )}
      </div>
    </Group>
  );
}
