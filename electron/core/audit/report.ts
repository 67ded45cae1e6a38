import * as v from 'valibot';

/** One place where the log is not as it was written. */
const AuditBreakSchema = v.object({
  kind: v.picklist([
    /** The line's own digest does not fit it. */
    'changed',
    /** Lines are gone before this one. */
    'missing',
    /** The line stands where another belongs: moved, inserted or repeated. */
    'out-of-place',
    /** The line fits itself but not the one before, which was written anew. */
    'unlinked',
    /** Lines are gone from the end, or the whole log is. */
    'cut',
    /** The end is not the one that the keychain vouches for. */
    'rewritten',
    /** Rolecall itself found the log cut, and wrote it down here. */
    'found-cut',
  ]),
  file: v.string(),
  /** From 1 on; 0 where there is no line to name. */
  line: v.number(),
  /** The numbers of the lines that are gone. */
  from: v.optional(v.number()),
  to: v.optional(v.number()),
});
export type AuditBreak = v.InferOutput<typeof AuditBreakSchema>;

export const AuditReportSchema = v.object({
  intact: v.boolean(),
  lines: v.number(),
  /** The number of the oldest line that is kept; 0 for an empty log. */
  first: v.number(),
  last: v.number(),
  /** In the log's order; at most 50. */
  breaks: v.array(AuditBreakSchema),
  /** Half lines that a crash left: no entry was lost that was answered for. */
  torn: v.array(v.object({ file: v.string(), line: v.number() })),
  /** The last line that the keychain vouches for; what came after could be cut unnoticed. `null`: nothing vouches for the end. */
  vouchedFor: v.nullable(v.number()),
});
export type AuditReport = v.InferOutput<typeof AuditReportSchema>;
