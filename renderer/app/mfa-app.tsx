import { useEffect, useState } from 'react';
import type { Client } from '../../electron/core/client.ts';
import type { MfaQuestion } from '../../electron/core/contract.ts';
import type { Failure } from '../../electron/core/failure.ts';
import { Button } from '../parts/button.tsx';
import { FailureNote } from '../parts/failure-note.tsx';
import { cancels } from '../parts/keys.tsx';
import { useWindowKeys } from '../parts/use-window-keys.ts';
import { MfaPrompt } from '../screens/mfa-prompt.tsx';
import { text } from '../text.ts';

/** The MFA window: the question whose turn it is. */
export function MfaApp({ client }: { client: Client<'mfa'> }) {
  const [question, setQuestion] = useState<MfaQuestion | null>();
  const [failure, setFailure] = useState<Failure>();

  useEffect(() => {
    let told = false;
    const stop = client.on('questionChanged', (next) => {
      told = true;
      setFailure(undefined);
      setQuestion(next);
    });
    client.currentQuestion({}).then((current) => {
      // An event that overtook the answer is newer.
      if (told) return;
      if (current.ok) setQuestion(current.value.question);
      else setFailure(current.failure);
    });
    return stop;
  }, [client]);

  const close = () => void client.closeWindow({});
  // A question has an Escape of its own.
  useWindowKeys((event) => !question && cancels(event) && close());

  if (question) return <MfaPrompt key={question.id} question={question} client={client} />;
  return (
    <main className="mfa mfa-none">
      {failure && <FailureNote alert failure={failure} />}
      {question === null && (
        <div>
          <h1 className="window-title">{text.mfa.none}</h1>
          <p className="window-hint">{text.mfa.noneHint}</p>
        </div>
      )}
      {question === undefined && !failure ? (
        <p className="window-hint">{text.mfa.loading}</p>
      ) : (
        <div className="window-actions">
          <Button look="primary" autoFocus onPress={close}>
            {text.actions.close}
          </Button>
        </div>
      )}
    </main>
  );
}
