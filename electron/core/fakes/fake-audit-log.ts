import type { AuditEntry } from '../audit/entry.ts';
import type { Failure } from '../failure.ts';
import type { AuditLog } from '../ports.ts';
import { failed, ok } from '../result.ts';

/** An audit log in memory that a test reads, or breaks. */
export function createFakeAuditLog() {
  const entries: AuditEntry[] = [];
  let trouble: Failure | undefined;
  const log: AuditLog = {
    async append(entry) {
      if (trouble) return failed(trouble);
      entries.push(entry);
      return ok(undefined);
    },
    page: async ({ limit }) =>
      ok({
        entries: entries
          .map((entry, at) => ({ n: at + 1, ...entry }))
          .reverse()
          .slice(0, limit),
        older: null,
      }),
    onAppend: () => () => undefined,
    verify: async () =>
      ok({
        intact: true,
        lines: entries.length,
        first: Math.min(1, entries.length),
        last: entries.length,
        breaks: [],
        torn: [],
        vouchedFor: null,
      }),
  };
  return {
    log,
    entries,
    /** As on a full disk. */
    breakWith(failure: Failure | undefined) {
      trouble = failure;
    },
  };
}
