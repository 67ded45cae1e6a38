import { useCallback, useEffect, useRef, useState } from 'react';
import type { AuditRow } from '../../../electron/core/audit/page.ts';
import type { AuditReport } from '../../../electron/core/audit/report.ts';
import type { Client } from '../../../electron/core/client.ts';
import type { Failure } from '../../../electron/core/failure.ts';

const PAGE = 100;

/** The log as far as it was scrolled to, for one search; it follows what is appended, and is checked once. */
export function useAuditLog(client: Client<'settings'>, search: string) {
  const [entries, setEntries] = useState<readonly AuditRow[]>();
  const [older, setOlder] = useState<number | null>(null);
  const [report, setReport] = useState<AuditReport>();
  const [failure, setFailure] = useState<Failure>();
  /** Answers to an earlier search come too late. */
  const asked = useRef(0);

  const load = useCallback(
    async (before?: number) => {
      asked.current += 1;
      const mine = asked.current;
      const page = await client.listAudit({ limit: PAGE, search, before });
      if (mine !== asked.current) return;
      setFailure(page.ok ? undefined : page.failure);
      if (!page.ok) return;
      const { entries: found } = page.value;
      setEntries((known) => (before === undefined ? found : [...(known ?? []), ...found]));
      setOlder(page.value.older);
    },
    [client, search],
  );

  useEffect(() => {
    void load();
    return client.on('auditAppended', () => void load());
  }, [client, load]);

  useEffect(() => {
    client.verifyAudit({}).then((verified) => {
      if (verified.ok) setReport(verified.value.report);
      else setFailure(verified.failure);
    });
  }, [client]);

  return {
    entries,
    report,
    failure,
    /** The next page, if there is one. */
    more: () => {
      if (older !== null) void load(older);
    },
  };
}
