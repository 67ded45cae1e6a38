import { useState } from 'react';
import type { AuditReport } from '../../../electron/core/audit/report.ts';
import { useSettingsClient } from '../../app/settings-context.ts';
import { FailureNote } from '../../parts/failure-note.tsx';
import { IconSafe, IconWarning } from '../../parts/icons.ts';
import { Page } from '../../parts/page.tsx';
import { SearchField } from '../../parts/search-field.tsx';
import { text } from '../../text.ts';
import { AuditEntries } from './audit-entries.tsx';
import { useAuditLog } from './use-audit-log.ts';

const words = text.audit;

/** Who was given what: every hand-out, newest first, and whether anybody changed the log. */
export function AuditLogPage() {
  const client = useSettingsClient();
  const [search, setSearch] = useState('');
  const { entries, report, failure, more } = useAuditLog(client, search);
  return (
    <>
      <Page title={text.settings.sections.audit.title} hint={text.settings.sections.audit.hint} />
      {failure ? <FailureNote alert failure={failure} /> : <ChainState report={report} />}
      {/* Nothing that could be searched is no list. */}
      {(!failure || entries !== undefined) && (
        <div className="audit">
          <SearchField label={words.search} clear={words.clear} value={search} onChange={setSearch} />
          {entries?.length === 0 && <p className="audit-none">{search === '' ? words.none : words.noMatch}</p>}
          {entries !== undefined && entries.length > 0 && <AuditEntries entries={entries} onEnd={more} />}
        </div>
      )}
    </>
  );
}

const BREAKS_SHOWN = 4;

function ChainState({ report }: { readonly report: AuditReport | undefined }) {
  if (!report) {
    return (
      <p className="audit-state" role="status">
        {words.checking}
      </p>
    );
  }
  // Nothing to vouch for yet.
  if (report.intact && report.lines === 0) return null;
  if (report.intact) {
    return (
      <p className="audit-state" role="status">
        <IconSafe size={16} strokeWidth={1.75} aria-hidden className="audit-good" />
        <span>
          {words.intact(report.lines)}{' '}
          {report.vouchedFor === null ? words.notVouched : words.vouched(report.vouchedFor)}
        </span>
      </p>
    );
  }
  const more = report.breaks.length - BREAKS_SHOWN;
  return (
    <div className="note note-bad" role="alert">
      <IconWarning size={16} strokeWidth={1.75} aria-hidden />
      <div className="note-words">
        <p className="note-message">{words.broken}</p>
        {report.breaks.slice(0, BREAKS_SHOWN).map((each) => (
          <p key={`${each.kind} ${each.file} ${each.line}`} className="note-remedy">
            {words.breakWords(each)}
          </p>
        ))}
        {more > 0 && <p className="note-remedy">{words.more(more)}</p>}
      </div>
    </div>
  );
}
