import * as v from 'valibot';
import { plainName } from './plain-name.ts';

/**
 * Every way Rolecall can fail. The kind is for programs, `message` says what
 * happened and why, `remedy` what to do next. Neither ever holds a secret.
 */
export const failureKinds = [
  // what was asked for
  'bad-input',
  'profile-not-found',
  'not-supported',
  // the chain of hops (~/.aws/config)
  'chain-cycle',
  'chain-missing',
  'chain-contradiction',
  'parameter-invalid',
  'ticket-needed',
  'file-unreadable',
  'file-ambiguous',
  'file-changed',
  'file-write',
  // the audit log
  'audit-failed',
  // base keys
  'key-missing',
  'keychain-locked',
  'keychain-missing',
  'keychain-failed',
  // the person
  'cancelled',
  'confirmation-required',
  'mfa-code-required',
  'mfa-wrong-code',
  'mfa-code-used',
  'mfa-device',
  'mfa-seed',
  'mfa-process',
  'no-active-profile',
  'locked',
  'signed-out',
  // AWS
  'not-authorized',
  'duration-too-long',
  'chaining-limit',
  'region-disabled',
  'policy-too-large',
  'policy-malformed',
  'source-expired',
  'key-invalid',
  'secret-wrong',
  'clock-skew',
  'throttled',
  'network',
  'timeout',
  'sign-in-refused',
  'limit-reached',
  'already-there',
  'not-there',
  'sign-in-needed',
  'sign-in-expired',
  'aws-error',
  // the program itself
  'program-unreachable',
  'internal',
] as const;

/** What a fix may set: nothing that leads to a command or to another identity's keys. */
export const fixableKeys = [
  'mfa_serial',
  'external_id',
  'duration_seconds',
  'region',
  'role_session_name',
  'source_identity',
] as const;
export type FixableKey = (typeof fixableKeys)[number];

/** What a button of a failure can do. Each asks, or shows what it will change, before it changes anything. */
const FixActSchema = v.variant('kind', [
  v.object({ kind: v.literal('add-key'), profile: v.string() }),
  v.object({ kind: v.literal('switch'), profile: v.string() }),
  /** One key of a profile in the AWS config file; `null` removes it. */
  v.object({
    kind: v.literal('set-key'),
    profile: v.string(),
    key: v.picklist(fixableKeys),
    value: v.nullable(v.string()),
  }),
  v.object({ kind: v.literal('diagnose'), profile: v.string() }),
]);
export type FixAct = v.InferOutput<typeof FixActSchema>;

/** One way to put a failure right. */
export const FixSchema = v.object({
  /** On its button: `Use 1 hour…`. */
  label: v.string(),
  /** A command line that does it. A word in capitals is for the person to fill in. */
  command: v.string(),
  /** What the button does; without one only a person with a terminal can do it. */
  act: v.optional(FixActSchema),
});
export type Fix = v.InferOutput<typeof FixSchema>;

export const FailureSchema = v.object({
  kind: v.picklist(failureKinds),
  message: v.string(),
  remedy: v.string(),
  /** The profile it happened in, where one is known. */
  profile: v.optional(v.string()),
  /** AWS's own error code and request id, so that it can be found in CloudTrail. */
  awsCode: v.optional(v.string()),
  requestId: v.optional(v.string()),
  /** What was asked of AWS: `AssumeRole`, and of which role. */
  action: v.optional(v.string()),
  roleArn: v.optional(v.string()),
  /** Likely causes for this very profile, the likeliest first. */
  causes: v.optional(v.array(v.string())),
  /** The best first. */
  fixes: v.optional(v.array(FixSchema)),
  /** How long AWS asks to wait before the next request. */
  retryAfterMs: v.optional(v.number()),
});

export type Failure = v.InferOutput<typeof FailureSchema>;
export type FailureKind = Failure['kind'];

/** Builds a failure. Its words may hold a name from a file, which must not steer or turn round what stands around them; `extra` names the profile, what AWS said of it, and what fixes it. */
export function failure(
  kind: FailureKind,
  message: string,
  remedy: string,
  extra: Partial<Omit<Failure, 'kind' | 'message' | 'remedy'>> = {},
): Failure {
  return { kind, message: plainName(message), remedy: plainName(remedy), ...extra };
}
