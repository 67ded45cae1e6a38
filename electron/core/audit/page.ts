import * as v from 'valibot';
import { AuditEntrySchema } from './entry.ts';

const AuditRowSchema = v.object({ n: v.number(), ...AuditEntrySchema.entries });
export type AuditRow = v.InferOutput<typeof AuditRowSchema>;

export const AuditQuerySchema = v.object({
  /** Only entries older than this number; without it from the newest on. */
  before: v.optional(v.number()),
  limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)),
  /** Words that must all stand somewhere in the entry, whatever their case. */
  search: v.optional(v.pipe(v.string(), v.maxLength(200))),
  profile: v.optional(v.string()),
  /** Epoch milliseconds: only entries from then on. */
  sinceAt: v.optional(v.number()),
});
export type AuditQuery = v.InferOutput<typeof AuditQuerySchema>;

export const AuditPageSchema = v.object({
  /** Newest first. */
  entries: v.array(AuditRowSchema),
  /** Ask on with this as `before`; `null` at the end. */
  older: v.nullable(v.number()),
});
export type AuditPage = v.InferOutput<typeof AuditPageSchema>;
