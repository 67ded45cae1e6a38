import { useCallback, useEffect, useState } from 'react';
import type { Client } from '../../electron/core/client.ts';
import type { KeyEdit } from '../../electron/core/contract.ts';
import type { Failure } from '../../electron/core/failure.ts';
import { DiffView } from '../parts/diff-view.tsx';
import { FailureNote } from '../parts/failure-note.tsx';
import { IconCheck } from '../parts/icons.ts';
import { text } from '../text.ts';

export type KeyEditKind = 'take' | 'put-back';
export type KeyEditClient = Pick<Client<'popover'>, 'previewTakeKey' | 'takeKey' | 'previewPutKeyBack' | 'putKeyBack'>;

export type KeyEditStep =
  | { readonly at: 'checking' }
  | { readonly at: 'offered' | 'applying'; readonly edit: KeyEdit; readonly failure?: Failure }
  | { readonly at: 'done'; readonly edit: KeyEdit }
  | { readonly at: 'refused'; readonly failure: Failure };

/** A key goes from a file into the keychain, or back: looked at first, then done. */
export function useKeyEdit(client: KeyEditClient, profile: string, kind: KeyEditKind) {
  const [step, setStep] = useState<KeyEditStep>({ at: 'checking' });

  const look = useCallback(async () => {
    setStep({ at: 'checking' });
    const looked = await (kind === 'take' ? client.previewTakeKey({ profile }) : client.previewPutKeyBack({ profile }));
    setStep(looked.ok ? { at: 'offered', edit: looked.value } : { at: 'refused', failure: looked.failure });
  }, [client, profile, kind]);
  useEffect(() => void look(), [look]);

  async function apply(edit: KeyEdit): Promise<void> {
    setStep({ at: 'applying', edit });
    const done = await (kind === 'take' ? client.takeKey({ profile }) : client.putKeyBack({ profile }));
    setStep(done.ok ? { at: 'done', edit: done.value } : { at: 'offered', edit, failure: done.failure });
  }

  return { step, look, apply };
}

/** What the step has to show: the exact change, what went wrong, and where the secret stands, too. */
export function KeyEditView({ step, profile, kind }: { step: KeyEditStep; profile: string; kind: KeyEditKind }) {
  const words = text.keyEdit[kind];
  if (step.at === 'checking') return <p className="panel-quiet">{text.edit.checking}</p>;
  if (step.at === 'refused') return <FailureNote alert failure={step.failure} />;
  return (
    <>
      {step.at !== 'done' && step.failure && <FailureNote alert failure={step.failure} />}
      {step.at === 'done' && (
        <p className="note note-good" role="status">
          <IconCheck size={16} strokeWidth={1.75} aria-hidden />
          <span className="note-words">{words.done(profile)}</span>
        </p>
      )}
      {step.edit.files
        .filter(({ diff }) => diff !== '')
        .map(({ path, diff }) => (
          <DiffView key={path} path={path} diff={diff} />
        ))}
      {step.edit.copies.length > 0 && (
        <div className="note note-warn">
          <div className="note-words">
            <p className="note-message">{text.keyEdit.copies}</p>
            {step.edit.copies.map((path) => (
              <p key={path} className="note-code">
                {path}
              </p>
            ))}
            <p className="note-remedy">{text.keyEdit.copiesRemedy}</p>
          </div>
        </div>
      )}
    </>
  );
}
