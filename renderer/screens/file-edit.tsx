import { useCallback, useEffect, useState } from 'react';
import type { FileEdit, FilePreview } from '../../electron/core/contract.ts';
import type { Failure } from '../../electron/core/failure.ts';
import { useActions, usePopoverClient } from '../app/popover-context.ts';
import { Button } from '../parts/button.tsx';
import { DiffView } from '../parts/diff-view.tsx';
import { FailureNote } from '../parts/failure-note.tsx';
import { IconAgain, IconCheck } from '../parts/icons.ts';
import { Panel } from '../parts/panel.tsx';
import { text } from '../text.ts';

type Step =
  | { readonly at: 'checking' }
  | { readonly at: 'offered'; readonly preview: FilePreview; readonly failure?: Failure }
  | { readonly at: 'applying'; readonly preview: FilePreview }
  | { readonly at: 'done'; readonly preview: FilePreview }
  | { readonly at: 'refused'; readonly failure: Failure };

/** Shows what an edit of the user's file would change, to the letter, before it is written. */
export function FileEditPanel({ edit }: { edit: FileEdit }) {
  const client = usePopoverClient();
  const actions = useActions();
  const [step, setStep] = useState<Step>({ at: 'checking' });
  const words = text.edit.of(edit);
  const back = () => actions.show(null);

  const preview = useCallback(async () => {
    setStep({ at: 'checking' });
    const looked = await client.previewFileEdit({ edit });
    setStep(looked.ok ? { at: 'offered', preview: looked.value } : { at: 'refused', failure: looked.failure });
  }, [client, edit]);
  useEffect(() => void preview(), [preview]);

  async function apply(offered: FilePreview): Promise<void> {
    setStep({ at: 'applying', preview: offered });
    const applied = await client.applyFileEdit({ edit });
    setStep(
      applied.ok
        ? { at: 'done', preview: applied.value }
        : { at: 'offered', preview: offered, failure: applied.failure },
    );
  }

  const nothing = step.at === 'offered' && step.preview.diff === '';
  const offered = step.at === 'offered' || step.at === 'applying' ? step.preview : undefined;
  return (
    <Panel
      title={words.title}
      hint={step.at === 'done' ? undefined : words.hint}
      onBack={back}
      actions={
        <>
          {offered && !nothing && <Button onPress={back}>{text.edit.cancel}</Button>}
          {offered && !nothing && (
            <Button look="primary" autoFocus busy={step.at === 'applying'} onPress={() => void apply(offered)}>
              {step.at === 'applying' ? text.edit.applying : words.apply}
            </Button>
          )}
          {step.at === 'refused' && (
            <Button icon={IconAgain} onPress={() => void preview()}>
              {text.actions.tryAgain}
            </Button>
          )}
          {(step.at === 'done' || step.at === 'refused' || nothing) && (
            <Button look="primary" autoFocus onPress={back}>
              {text.actions.close}
            </Button>
          )}
        </>
      }
    >
      {step.at === 'checking' && <p className="panel-quiet">{text.edit.checking}</p>}
      {step.at === 'refused' && <FailureNote alert failure={step.failure} />}
      {step.at === 'offered' && step.failure && <FailureNote alert failure={step.failure} />}
      {nothing && <p className="panel-quiet">{text.edit.nothing}</p>}
      {offered && !nothing && <DiffView path={offered.path} diff={offered.diff} />}
      {step.at === 'done' && (
        <p className="note note-good" role="status">
          <IconCheck size={16} strokeWidth={1.75} aria-hidden />
          <span className="note-words">{words.done}</span>
        </p>
      )}
      {step.at === 'done' && step.preview.diff !== '' && <DiffView path={step.preview.path} diff={step.preview.diff} />}
    </Panel>
  );
}
