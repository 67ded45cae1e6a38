import * as v from 'valibot';

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
  'file-unreadable',
  'file-ambiguous',
  'file-changed',
  'file-write',
  // base keys
  'key-missing',
  'keychain-locked',
  'keychain-missing',
  'keychain-failed',
  // the person
  'cancelled',
  'mfa-code-required',
  'mfa-wrong-code',
  'mfa-code-used',
  'mfa-device',
  'no-active-profile',
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
  'aws-error',
  // the program itself
  'program-unreachable',
  'internal',
] as const;

export const FailureSchema = v.object({
  kind: v.picklist(failureKinds),
  message: v.string(),
  remedy: v.string(),
  /** The profile it happened in, where one is known. */
  profile: v.optional(v.string()),
  /** AWS's own error code and request id, so that it can be found in CloudTrail. */
  awsCode: v.optional(v.string()),
  requestId: v.optional(v.string()),
});

export type Failure = v.InferOutput<typeof FailureSchema>;
export type FailureKind = Failure['kind'];

/** Builds a failure; `extra` names the profile, AWS code or request id. */
export function failure(
  kind: FailureKind,
  message: string,
  remedy: string,
  extra: Partial<Pick<Failure, 'profile' | 'awsCode' | 'requestId'>> = {},
): Failure {
  return { kind, message, remedy, ...extra };
}
