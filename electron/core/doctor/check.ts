import * as v from 'valibot';
import { type Failure, FailureSchema, type Fix, FixSchema } from '../failure.ts';

/** One thing that was looked at. `unknown` where only somebody else can tell, and why says who; `notice` where it works and is worth knowing. */
const CheckSchema = v.object({
  id: v.string(),
  title: v.string(),
  status: v.picklist(['passed', 'notice', 'failed', 'unknown']),
  /** What was found, in one sentence. */
  why: v.string(),
  fixes: v.optional(v.array(FixSchema)),
});
export type Check = v.InferOutput<typeof CheckSchema>;

/** A policy that somebody else has to save, ready to be sent. */
const ProposalSchema = v.object({
  roleArn: v.string(),
  /** The account whose owner can save it. */
  accountId: v.string(),
  /** The trust policy that would admit the caller, as indented JSON. */
  trustPolicy: v.string(),
  /** Why it says what it says, and what could be said instead. */
  notes: v.array(v.string()),
  /** What the caller's own account must allow as well, as indented JSON. */
  identityPolicy: v.optional(v.string()),
});
export type Proposal = v.InferOutput<typeof ProposalSchema>;

/** What a profile's way to its credentials looks like, step by step. */
export const DiagnosisSchema = v.object({
  profile: v.string(),
  checks: v.array(CheckSchema),
  /** What it failed with in the end, explained. */
  failure: v.optional(FailureSchema),
  proposal: v.optional(ProposalSchema),
});
export type Diagnosis = v.InferOutput<typeof DiagnosisSchema>;

export const passed = (id: string, title: string, why: string): Check => ({ id, title, status: 'passed', why });

const withFixes =
  (status: Check['status']) =>
  (id: string, title: string, why: string, fixes: readonly Fix[] = []): Check => ({
    id,
    title,
    status,
    why,
    ...(fixes.length > 0 && { fixes: [...fixes] }),
  });

export const notice = withFixes('notice');
export const unknown = withFixes('unknown');
export const failing = withFixes('failed');

/** A failure as a check: its message, its remedy and its fixes. */
export const failedWith = (id: string, title: string, { message, remedy, fixes }: Failure): Check =>
  failing(id, title, `${message} ${remedy}`, fixes);
