import { useCallback, useEffect, useState } from 'react';
import type { Diagnosis } from '../../../electron/core/doctor/check.ts';
import type { Failure, FixAct } from '../../../electron/core/failure.ts';
import { useActions, usePopoverClient } from '../../app/popover-context.ts';
import { Button } from '../../parts/button.tsx';
import { FailureNote } from '../../parts/failure-note.tsx';
import { IconAgain } from '../../parts/icons.ts';
import { Panel } from '../../parts/panel.tsx';
import { text } from '../../text.ts';
import { CheckRow } from './check-row.tsx';
import { FixButtons } from './fix-buttons.tsx';
import { ProposalPart } from './proposal.tsx';

type State =
  | { readonly at: 'looking' | 'trying'; readonly before?: Diagnosis }
  | { readonly at: 'found'; readonly diagnosis: Diagnosis }
  | { readonly at: 'refused'; readonly failure: Failure };

/** Why a profile fails: its way step by step, the likely causes, and what its owner would have to save. */
export function DiagnosisPanel({ profile }: { profile: string }) {
  const client = usePopoverClient();
  const actions = useActions();
  const [state, setState] = useState<State>({ at: 'looking' });

  const diagnose = useCallback(
    async (tryNow: boolean) => {
      setState((now) => ({
        at: tryNow ? 'trying' : 'looking',
        ...(now.at === 'found' && { before: now.diagnosis }),
      }));
      const answer = await client.diagnose({ profile, tryNow });
      setState(answer.ok ? { at: 'found', diagnosis: answer.value } : { at: 'refused', failure: answer.failure });
    },
    [client, profile],
  );
  // Opening it asks for no role and no code: what failed last is what is looked at.
  useEffect(() => void diagnose(false), [diagnose]);

  function fix(act: FixAct): void {
    if (act.kind === 'set-key') actions.show({ kind: 'file-edit', edit: act });
    else if (act.kind === 'add-key') void actions.addAccessKey(act.profile);
  }

  const busy = state.at === 'looking' || state.at === 'trying';
  const shown = state.at === 'found' ? state.diagnosis : busy ? state.before : undefined;
  return (
    <Panel
      title={text.diagnosis.title(profile)}
      onBack={() => actions.show(null)}
      actions={
        <Button icon={IconAgain} busy={busy} onPress={() => void diagnose(true)}>
          {state.at === 'trying' ? text.diagnosis.trying : text.diagnosis.again}
        </Button>
      }
    >
      {busy && !shown && <p className="panel-quiet">{text.diagnosis.looking}</p>}
      {state.at === 'refused' && <FailureNote alert failure={state.failure} />}
      {shown && <Found diagnosis={shown} onFix={fix} />}
    </Panel>
  );
}

function Found({ diagnosis, onFix }: { diagnosis: Diagnosis; onFix: (act: FixAct) => void }) {
  const { checks, failure, proposal } = diagnosis;
  const causes = failure?.causes ?? [];
  return (
    <>
      {failure && (
        <FailureNote failure={failure}>
          {failure.fixes && <FixButtons fixes={failure.fixes} onFix={onFix} />}
        </FailureNote>
      )}
      {causes.length > 0 && (
        <section className="diagnosis-part">
          <h3 className="diagnosis-heading">{text.diagnosis.causes}</h3>
          <ol className="diagnosis-causes">
            {causes.map((cause) => (
              <li key={cause}>{cause}</li>
            ))}
          </ol>
        </section>
      )}
      <section className="diagnosis-part">
        <h3 className="diagnosis-heading">{text.diagnosis.checks}</h3>
        <ul className="checks">
          {checks
            .filter((check) => !(failure && check.id === 'outcome'))
            .map((check) => (
              <CheckRow key={check.id} check={check} onFix={onFix} />
            ))}
        </ul>
      </section>
      {proposal && <ProposalPart proposal={proposal} />}
    </>
  );
}
