import type { Diagnosis } from '../../../electron/core/doctor/check.ts';
import type { FixAct } from '../../../electron/core/failure.ts';
import { FailureNote } from '../../parts/failure-note.tsx';
import { text } from '../../text.ts';
import { CheckRow } from './check-row.tsx';
import { FixButtons } from './fix-buttons.tsx';
import { ProposalPart } from './proposal.tsx';

/** What was found: the failure with its causes, every check, and what the role's owner would have to save. */
export function Findings({ diagnosis, onFix }: { diagnosis: Diagnosis; onFix: (act: FixAct) => void }) {
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
        <ul className="findings-list">
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
