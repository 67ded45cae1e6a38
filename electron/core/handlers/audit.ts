import type { Handlers } from '../dispatch.ts';
import type { AuditLog } from '../ports.ts';
import { ok } from '../result.ts';

/** Looking at the audit log. */
export function auditHandlers(log: AuditLog): Pick<Handlers, 'listAudit' | 'verifyAudit'> {
  return {
    listAudit: (query) => log.page(query),
    async verifyAudit() {
      const report = await log.verify();
      return report.ok ? ok({ report: report.value }) : report;
    },
  };
}
