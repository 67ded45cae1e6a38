import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { AuditRow } from '../../../electron/core/audit/page.ts';
import { auditFacts, auditSubtitle, auditTime, auditTitle } from '../../model/audit-entry.ts';
import { IconCheck, IconWarning } from '../../parts/icons.ts';
import { text } from '../../text.ts';

const ROW_PX = 52;

interface AuditEntriesProps {
  readonly entries: readonly AuditRow[];
  /** The last of them has come into sight. */
  readonly onEnd: () => void;
}

/** A virtual list of entries; one of them can be open. */
export function AuditEntries({ entries, onEnd }: AuditEntriesProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<number>();
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    getItemKey: (at) => entries[at]?.n ?? at,
    estimateSize: () => ROW_PX,
    overscan: 6,
    initialRect: { width: 600, height: 400 },
  });
  const shown = virtual.getVirtualItems();
  const atEnd = shown.at(-1)?.index === entries.length - 1;
  const reached = useRef(onEnd);
  reached.current = onEnd;
  useEffect(() => {
    if (atEnd && entries.length > 0) reached.current();
  }, [atEnd, entries.length]);

  return (
    <div className="audit-list" ref={scroller}>
      <ul className="audit-space" aria-label={text.audit.list} style={{ height: virtual.getTotalSize() }}>
        {shown.map(({ index, start, key }) => {
          const entry = entries[index];
          if (!entry) return null;
          return (
            <li
              key={key}
              className="audit-place"
              style={{ transform: `translateY(${start}px)` }}
              data-index={index}
              ref={virtual.measureElement}
            >
              <AuditEntry
                entry={entry}
                isOpen={entry.n === open}
                onToggle={() => setOpen(entry.n === open ? undefined : entry.n)}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

interface AuditEntryProps {
  readonly entry: AuditRow;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function AuditEntry({ entry, isOpen, onToggle }: AuditEntryProps) {
  const good = entry.outcome === 'ok' && entry.event !== 'log-cut';
  const Icon = good ? IconCheck : IconWarning;
  return (
    <>
      <button type="button" className="audit-entry" aria-expanded={isOpen} onClick={onToggle}>
        <Icon size={16} strokeWidth={1.75} aria-hidden className={good ? 'audit-good' : 'audit-bad'} />
        <span className="audit-words">
          <span className="audit-title">{auditTitle(entry)}</span>
          <span className="audit-subtitle">{auditSubtitle(entry)}</span>
        </span>
        <time className="audit-time" dateTime={entry.time}>
          {auditTime(entry.time)}
        </time>
      </button>
      {isOpen && (
        <dl className="facts audit-facts">
          {auditFacts(entry).map(([label, value]) => (
            <div key={label} className="fact">
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
