import type { Proposal } from '../../../electron/core/doctor/check.ts';
import { CopyBlock } from '../../parts/copy-block.tsx';
import { text } from '../../text.ts';

/** The policies that would admit the caller, ready to be sent to who can save them. */
export function ProposalPart({ proposal }: { proposal: Proposal }) {
  const { accountId, trustPolicy, identityPolicy, notes } = proposal;
  return (
    <>
      <section className="diagnosis-part">
        <h3 className="diagnosis-heading">{text.diagnosis.proposal(accountId)}</h3>
        <p className="panel-hint">{text.diagnosis.proposalHint}</p>
        <CopyBlock label={text.diagnosis.trustPolicy} content={trustPolicy} />
        <ul className="diagnosis-notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </section>
      {identityPolicy !== undefined && (
        <section className="diagnosis-part">
          <h3 className="diagnosis-heading">{text.diagnosis.identity}</h3>
          <p className="panel-hint">{text.diagnosis.identityHint}</p>
          <CopyBlock label={text.diagnosis.identityPolicy} content={identityPolicy} />
        </section>
      )}
    </>
  );
}
