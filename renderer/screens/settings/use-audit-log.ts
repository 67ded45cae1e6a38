import { useCallback, useEffect, useRef, useState } from 'react';
import type { AuditPage } from '../../../electron/core/audit/page.ts';
import type { AuditReport } from '../../../electron/core/audit/report.ts';
import type { Client } from '../../../electron/core/client.ts';
import type { Failure } from '../../../electron/core/failure.ts';

const PAGE = 100;

/** The log as far as it was scrolled to, for one search; it follows what is appended, and is checked once. */
export function useAuditLog(client: Client<'settings'>, search: string) {
  const [shown, setShown] = useState<AuditPage>();
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
      const { entries, older } = page.value;
      setShown((known) =>
        before === undefined || !known ? page.value : { entries: [...known.entries, ...entries], older },
      );
    },
    [client, search],
  );

  /** Puts what is new above what is there, so that nothing moves under the hand of who reads below. */
  const catchUp = useCallback(async () => {
    const mine = asked.current;
    const page = await client.listAudit({ limit: PAGE, search });
    if (!page.ok || mine !== asked.current) return;
    setShown((known) => {
      const newest = known?.entries[0]?.n;
      const fresh = page.value.entries.filter(({ n }) => n > (newest ?? 0));
      // More than a page has come at once: then the list starts anew.
      if (!known || newest === undefined || fresh.length === PAGE) return page.value;
      return { ...known, entries: [...fresh, ...known.entries] };
    });
  }, [client, search]);

  useEffect(() => {
    void load();
    let running = false;
    let again = false;
    // A hundred tools at once append a hundred entries: one look at a time is enough.
    const follow = async () => {
      again = true;
      if (running) return;
      running = true;
      while (again) {
        again = false;
        await catchUp();
      }
      running = false;
    };
    return client.on('auditAppended', () => void follow());
  }, [client, load, catchUp]);

  useEffect(() => {
    client.verifyAudit({}).then((verified) => {
      if (verified.ok) setReport(verified.value.report);
      else setFailure(verified.failure);
    });
  }, [client]);

  return {
    entries: shown?.entries,
    report,
    failure,
    /** The next page, if there is one. */
    more: () => {
      if (shown?.older) void load(shown.older);
    },
  };
}
