import * as v from 'valibot';
import { AskerSchema } from '../asker.ts';

/** What is written down. A line of a newer Rolecall may name others, so reading takes any. */
export type AuditEvent =
  | 'credentials'
  | 'switch'
  | 'renewed'
  | 'console-link'
  | 'console-open'
  | 'sign-out'
  | 'sso-sign-in'
  | 'sso-sign-out'
  | 'organisation-read'
  | 'key-added'
  | 'key-removed'
  | 'key-rotated'
  | 'mfa-seed-added'
  | 'mfa-enrolment-started'
  | 'mfa-secret-shown'
  | 'mfa-enrolled'
  | 'mfa-enrolment-cancelled'
  | 'mfa-seed-removed'
  | 'file-edit'
  | 'settings'
  | 'lock'
  | 'unlock'
  | 'refused'
  // the log about itself
  | 'log-torn'
  | 'log-cut'
  | 'log-pruned';

/**
 * One line of the audit log: who asked for what, when, and what became of it.
 * Names, ids and times only; no secret key, no session token, no sign-in link.
 */
export const AuditEntrySchema = v.object({
  /** UTC, ISO 8601 with milliseconds. */
  time: v.string(),
  event: v.string(),
  outcome: v.picklist(['ok', 'failed']),
  /** The kind of failure, with AWS's own code where it was AWS that refused. */
  failure: v.optional(v.object({ kind: v.string(), awsCode: v.optional(v.string()) })),
  /** The door it came through. */
  door: v.optional(v.string()),
  asker: v.optional(AskerSchema),
  profile: v.optional(v.string()),
  roleArn: v.optional(v.string()),
  /** The assumed role or user that the credentials act as. */
  arn: v.optional(v.string()),
  sessionName: v.optional(v.string()),
  sourceIdentity: v.optional(v.string()),
  /** AWS's id of the role with the session name: what CloudTrail calls the principal. */
  assumedRoleId: v.optional(v.string()),
  /** Of the temporary credentials (`ASIA…`), or of the key that was added. */
  accessKeyId: v.optional(v.string()),
  /** Of the AWS request that the credentials came from, or that failed. */
  requestId: v.optional(v.string()),
  expiresAt: v.optional(v.string()),
  durationSeconds: v.optional(v.number()),
  /** A ticket, where one was given. */
  reason: v.optional(v.string()),
  /** One word more about the event: the kind of edit, the console's service. */
  detail: v.optional(v.string()),
  /** The log about itself: the numbers of the lines that are gone. */
  lines: v.optional(v.object({ from: v.number(), to: v.number() })),
  /** The log about itself: the digest of the half line before this one. */
  torn: v.optional(v.string()),
});

export type AuditEntry = v.InferOutput<typeof AuditEntrySchema>;

/** What a hand-out is about: the part of an entry that only its handler knows. */
export type HandOutFacts = Pick<
  AuditEntry,
  | 'profile'
  | 'roleArn'
  | 'arn'
  | 'sessionName'
  | 'sourceIdentity'
  | 'assumedRoleId'
  | 'accessKeyId'
  | 'requestId'
  | 'expiresAt'
  | 'durationSeconds'
  | 'reason'
  | 'detail'
>;
