import * as v from 'valibot';
import { type Failure, type FailureKind, failure } from '../core/failure.ts';
import { iamRows } from './iam-errors.ts';
import { networkFailure } from './network-errors.ts';

/** What the refused request was and carried, so that a refusal can name what it lacked. */
export interface AskedOfAws {
  /** In AWS's words: `AssumeRole`, `GetSessionToken`, … */
  readonly action: string;
  /** The service that was asked, in words; STS without one. */
  readonly service?: string | undefined;
  readonly profile: string;
  readonly roleArn?: string | undefined;
  readonly region?: string | undefined;
  readonly durationSeconds?: number | undefined;
  /** Each is about this request alone: the session that signed it may carry MFA of its own. */
  readonly sentMfaCode: boolean;
  readonly sentExternalId: boolean;
  readonly signedWithSession: boolean;
  /** Each repetition would make something more, so it is sent once. */
  readonly createsAnew?: boolean;
}

const AwsErrorSchema = v.looseObject({
  name: v.string(),
  message: v.optional(v.string(), ''),
  $metadata: v.looseObject({ httpStatusCode: v.optional(v.number()), requestId: v.optional(v.string()) }),
  $response: v.optional(v.looseObject({ headers: v.optional(v.record(v.string(), v.string())) })),
});

export interface AwsError {
  /** AWS's code without the suffix that some models add: `ExpiredToken`. */
  readonly code: string;
  readonly text: string;
  readonly status: number;
  /** How far AWS's clock is ahead of this computer's, from the Date header. */
  readonly clockAheadMs: number | undefined;
}

export interface ErrorRow {
  readonly code: RegExp;
  readonly text?: RegExp;
  /** Where the same words mean something else in another request. */
  readonly when?: (asked: AskedOfAws) => boolean;
  readonly kind: FailureKind;
  readonly say: (error: AwsError, asked: AskedOfAws) => readonly [message: string, remedy: string];
}

/** First match wins, so that a text AWS is known to send beats its code, and a code beats the HTTP status. */
const rows: readonly ErrorRow[] = [
  {
    code: /^AccessDenied$/,
    text: /invalid MFA one time pass code/i,
    kind: 'mfa-wrong-code',
    say: () => [
      'AWS did not accept the MFA code: it is wrong or was used before.',
      'Wait for the next code and type that.',
    ],
  },
  {
    code: /^AccessDenied$/,
    text: /unable to validate MFA code/i,
    kind: 'mfa-device',
    say: () => [
      'AWS could not check the MFA code: the device’s serial is wrong, or the device’s clock is off.',
      'Compare mfa_serial with the device’s ARN in IAM, and set the clock of the phone or token; resynchronise it in IAM if need be.',
    ],
  },
  {
    code: /^AccessDenied$/,
    text: /must provide both MFA serial number and one time pass code/i,
    kind: 'mfa-code-required',
    say: () => [
      'AWS wants an MFA code for this, and none was sent.',
      'Set mfa_serial in the profile, then try again with a code.',
    ],
  },
  ...iamRows,
  { code: /^(AccessDenied|UnauthorizedOperation)$/, kind: 'not-authorized', say: notAuthorized },
  {
    code: /^ValidationError$/,
    text: /exceeds the MaxSessionDuration/i,
    kind: 'duration-too-long',
    say: (_error, asked) => [
      `The role allows shorter sessions than the ${hours(asked.durationSeconds)} that were asked for.`,
      'Lower duration_seconds in the profile, or raise the role’s maximum session duration in IAM.',
    ],
  },
  {
    code: /^ValidationError$/,
    text: /1 hour session limit for roles assumed by role chaining/i,
    kind: 'chaining-limit',
    say: () => [
      'A role assumed with temporary credentials lasts one hour at most; more was asked for.',
      'Set duration_seconds to 3600 or leave it out.',
    ],
  },
  {
    code: /^RegionDisabled$/,
    kind: 'region-disabled',
    say: (_error, asked) => [
      `STS is not active in ${asked.region ?? 'this region'} for this account.`,
      'Set another region in the profile, or activate STS there in IAM’s account settings.',
    ],
  },
  {
    code: /^PackedPolicyTooLarge$/,
    kind: 'policy-too-large',
    say: () => [
      'Session policies and tags are larger than AWS takes.',
      'Shorten the session policy or use fewer tags.',
    ],
  },
  {
    code: /^MalformedPolicyDocument$/,
    kind: 'policy-malformed',
    say: (error) => [`AWS could not read the session policy: ${error.text}`, 'Correct the session policy.'],
  },
  {
    code: /^(ExpiredToken|ExpiredTradeInToken)$/,
    kind: 'source-expired',
    say: () => [
      'The session that this role is assumed from has expired.',
      'Switch again: Rolecall starts a new session.',
    ],
  },
  {
    code: /^(InvalidClientTokenId|UnrecognizedClient|InvalidAccessKeyId|AuthFailure)$/,
    kind: 'key-invalid',
    say: () => [
      'AWS does not know this access key: it was deleted, made inactive, or belongs to another partition.',
      'Check the key and its status in IAM, and the profile’s region; then add the key again.',
    ],
  },
  { code: /^(RequestTimeTooSkewed|RequestExpired)$/, kind: 'clock-skew', say: clockSkew },
  { code: /^SignatureDoesNotMatch$/, text: /expired|not yet current/i, kind: 'clock-skew', say: clockSkew },
  {
    code: /^(SignatureDoesNotMatch|IncompleteSignature)$/,
    kind: 'secret-wrong',
    say: () => [
      'The secret access key does not belong to this access key id.',
      'Add the access key again, with its own secret.',
    ],
  },
  {
    code: /^(Throttling|ThrottledException|TooManyRequests|RequestLimitExceeded|SlowDown)/,
    kind: 'throttled',
    say: throttled,
  },
];

/** Rows that only the HTTP status decides. */
function byStatus(error: AwsError): ErrorRow | undefined {
  if (error.status === 429) return { code: /^/, kind: 'throttled', say: throttled };
  if (error.status >= 500) {
    return {
      code: /^/,
      kind: 'aws-error',
      say: () => [
        `AWS had an internal error (${error.status} ${error.code}), and trying again did not help.`,
        'Try again in a minute; if it stays, look at the AWS Health Dashboard.',
      ],
    };
  }
  return undefined;
}

/**
 * Turns what the SDK threw into a failure: what happened, why, and what to do.
 * Holds AWS's own words only where they carry no secret; `nowMs` measures the
 * skew from AWS's Date header.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html
 */
export function awsFailure(thrown: unknown, asked: AskedOfAws, nowMs: number): Failure {
  const network = networkFailure(thrown, asked.service ?? 'STS', asked.profile);
  if (network) return network;
  const parsed = v.safeParse(AwsErrorSchema, thrown);
  if (!parsed.success) return unexpected(thrown, asked);
  const { name, message, $metadata, $response } = parsed.output;
  // An error that never came from a server (no status) is ours: a setting the SDK refused, for example.
  if ($metadata.httpStatusCode === undefined) return unexpected(thrown, asked);
  const date = Date.parse($response?.headers?.date ?? '');
  const error: AwsError = {
    code: name.replace(/Exception$/, ''),
    text: plain(message),
    status: $metadata.httpStatusCode,
    clockAheadMs: Number.isNaN(date) ? undefined : date - nowMs,
  };
  const row =
    rows.find(
      ({ code, text, when }) => code.test(error.code) && (!text || text.test(error.text)) && (!when || when(asked)),
    ) ?? byStatus(error);
  const extra = {
    profile: asked.profile,
    awsCode: plain(name),
    requestId: plain($metadata.requestId ?? '') || undefined,
  };
  if (row) return failure(row.kind, ...row.say(error, asked), extra);
  return failure(
    'aws-error',
    `AWS refused ${asked.action}: ${error.text || error.code}`,
    'Look the code up in AWS’s documentation; the request id finds it in CloudTrail.',
    extra,
  );
}

/** Names what this request did not carry, because a trust policy that demands it refuses with these same words. */
function notAuthorized(error: AwsError, asked: AskedOfAws): readonly [string, string] {
  if (asked.action !== 'AssumeRole') {
    return [
      `This access key may not call ${asked.action}.`,
      'Ask for the permission in IAM; some policies demand MFA first: then set mfa_serial in the profile.',
    ];
  }
  const lacked: string[] = [];
  const remedies: string[] = [];
  if (!asked.sentMfaCode && !asked.signedWithSession) {
    lacked.push('no MFA code');
    remedies.push('If the role’s trust policy demands MFA, set mfa_serial in the profile.');
  }
  if (!asked.sentExternalId) {
    lacked.push('no external id');
    remedies.push('If it demands an external id, set external_id.');
  } else {
    remedies.push('Compare external_id with the one that the role’s trust policy names.');
  }
  remedies.push('The trust policy must name you, and your own policies must allow sts:AssumeRole on this role.');
  const explicit = /explicit deny/i.test(error.text) ? ' A policy denies it explicitly.' : '';
  const carried = lacked.length > 0 ? ` The request carried ${lacked.join(' and ')}.` : '';
  return [`AWS refused to let you assume ${asked.roleArn ?? 'the role'}.${explicit}${carried}`, remedies.join(' ')];
}

function clockSkew(error: AwsError): readonly [string, string] {
  const { clockAheadMs } = error;
  const minutes = clockAheadMs === undefined ? 0 : Math.round(Math.abs(clockAheadMs) / 60_000);
  const by = minutes === 0 ? '' : ` by ${minutes} minute${minutes === 1 ? '' : 's'}`;
  const way = clockAheadMs === undefined || minutes === 0 ? 'off' : clockAheadMs > 0 ? 'slow' : 'fast';
  return [
    `This computer’s clock is ${way}${by}, so AWS did not accept the request.`,
    'Set the clock (switch on automatic time), then try again.',
  ];
}

function throttled(): readonly [string, string] {
  return ['AWS is limiting requests for this account, and waiting a little did not help.', 'Try again in a minute.'];
}

function hours(durationSeconds: number | undefined): string {
  if (durationSeconds === undefined) return 'time';
  return durationSeconds % 3600 === 0 ? `${durationSeconds / 3600} h` : `${durationSeconds} s`;
}

function unexpected(thrown: unknown, asked: AskedOfAws): Failure {
  const said = thrown instanceof Error ? plain(thrown.message) : '';
  return failure(
    'aws-error',
    `${asked.action} could not be carried out${said ? `: ${said}` : '.'}`,
    'Check the region and the endpoint settings of the profile and the environment.',
    { profile: asked.profile },
  );
}

/** AWS's text on one line, without control characters, and short: it is shown in windows and terminals. */
function plain(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 400);
}
