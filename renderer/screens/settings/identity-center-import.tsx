import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallInput, CallOutput, ImportPlan, SsoSessionRow } from '../../../electron/core/contract.ts';
import type { Failure } from '../../../electron/core/failure.ts';
import { useSettingsClient } from '../../app/settings-context.ts';
import { Button } from '../../parts/button.tsx';
import { FailureNote } from '../../parts/failure-note.tsx';
import { IconBack } from '../../parts/icons.ts';
import { Page } from '../../parts/page.tsx';
import { Steps } from '../../parts/steps.tsx';
import { text } from '../../text.ts';
import { ImportChanges } from './identity-center-changes.tsx';
import { ImportChoice } from './identity-center-choice.tsx';
import { ReadOrganisation } from './identity-center-reading.tsx';

export type ImportMode = 'import' | 'sync';
export type Organisation = CallOutput<'organisation'>;
export type Choice = Organisation['choice'];

type Step =
  | { readonly kind: 'read' }
  | { readonly kind: 'choose'; readonly organisation: Organisation }
  | { readonly kind: 'look'; readonly plan: ImportPlan }
  | { readonly kind: 'done'; readonly plan: ImportPlan };

const ORDER = ['read', 'choose', 'look', 'done'] as const;

interface ImportWizardProps {
  readonly session: SsoSessionRow;
  readonly mode: ImportMode;
  readonly onBack: () => void;
}

/** Reads the organisation, lets the person choose, shows what would be written, and writes it. */
export function ImportWizard({ session, mode, onBack }: ImportWizardProps) {
  const client = useSettingsClient();
  const [step, setStep] = useState<Step>({ kind: 'read' });
  const [organisation, setOrganisation] = useState<Organisation>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const place = useRef<HTMLOListElement>(null);
  const words = text.identityCenter.importing;

  const plan = useCallback(
    async (choice: Partial<Choice> = {}): Promise<void> => {
      setBusy(true);
      const input: CallInput<'planSsoImport'> = { session: session.name, mode, ...choice };
      const planned = await client.planSsoImport(input);
      setBusy(false);
      setFailure(planned.ok ? undefined : planned.failure);
      if (planned.ok) setStep({ kind: 'look', plan: planned.value });
    },
    [client, mode, session.name],
  );

  const onRead = useCallback(async (): Promise<void> => {
    const answer = await client.organisation({ session: session.name });
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    setOrganisation(answer.value);
    if (mode === 'import') setStep({ kind: 'choose', organisation: answer.value });
    else await plan();
  }, [client, mode, plan, session.name]);

  async function write(id: string): Promise<void> {
    setBusy(true);
    const applied = await client.applySsoImport({ id });
    setBusy(false);
    setFailure(applied.ok ? undefined : applied.failure);
    if (applied.ok) setStep({ kind: 'done', plan: applied.value });
  }

  // A step that could not be taken says why at its own place, and the failure goes with the step.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the step is why to clear it
  useEffect(() => {
    setFailure(undefined);
    if (document.activeElement === document.body) place.current?.focus();
  }, [step.kind]);

  const steps = words.steps.filter((_, index) => mode === 'import' || index !== 1);
  const at = mode === 'import' ? ORDER.indexOf(step.kind) : Math.max(0, ORDER.indexOf(step.kind) - 1);
  return (
    <Page
      title={mode === 'import' ? words.title(session.name) : words.syncTitle(session.name)}
      hint={mode === 'import' ? words.hint : words.syncHint}
      actions={
        <Button look="quiet" icon={IconBack} onPress={onBack}>
          {words.back}
        </Button>
      }
    >
      <Steps ref={place} steps={steps} at={at} />
      {failure && <FailureNote alert failure={failure} />}
      {step.kind === 'read' && <ReadOrganisation session={session} anew={mode === 'sync'} onRead={onRead} />}
      {step.kind === 'choose' && (
        <ImportChoice organisation={step.organisation} busy={busy} onChosen={(choice) => void plan(choice)} />
      )}
      {step.kind === 'look' && (
        <ImportChanges
          plan={step.plan}
          mode={mode}
          busy={busy}
          onBack={mode === 'import' && organisation ? () => setStep({ kind: 'choose', organisation }) : undefined}
          onWrite={() => void write(step.plan.id)}
          onDone={onBack}
        />
      )}
      {step.kind === 'done' && <Done plan={step.plan} onDone={onBack} />}
    </Page>
  );
}

function Done({ plan, onDone }: { readonly plan: ImportPlan; readonly onDone: () => void }) {
  const words = text.identityCenter.importing;
  return (
    <>
      <div className="note note-good" role="status">
        <div className="note-words">
          <p className="note-message">{words.done(plan.counts)}</p>
          <p className="note-remedy">{words.doneHint(plan.preview.path)}</p>
        </div>
      </div>
      <div className="wizard-actions">
        <Button look="primary" autoFocus onPress={onDone}>
          {words.finish}
        </Button>
      </div>
    </>
  );
}
