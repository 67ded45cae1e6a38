import * as v from 'valibot';
import { AuditPageSchema, AuditQuerySchema } from '../audit/page.ts';
import { AuditReportSchema } from '../audit/report.ts';
import { call } from './call.ts';
import { Nothing } from './inputs.ts';

/** The command reads the files themselves, so that it needs no running program. */
export const auditCalls = {
  listAudit: call(['settings'], AuditQuerySchema, AuditPageSchema),
  verifyAudit: call(['settings'], Nothing, v.object({ report: AuditReportSchema })),
} as const;
