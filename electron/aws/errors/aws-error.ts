import * as v from 'valibot';
import type { FailureKind } from '../../core/failure.ts';

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

/** An answer of AWS that is an error. */
export interface AwsError {
  /** As AWS sent it: `ExpiredTokenException`. */
  readonly name: string;
  /** Without the suffix that some models add: `ExpiredToken`. */
  readonly code: string;
  /** On one line, without control characters. */
  readonly text: string;
  readonly status: number;
  readonly requestId: string | undefined;
  /** How far AWS's clock is ahead of this computer's, from the Date header. */
  readonly clockAheadMs: number | undefined;
}

/** One line of a table of errors: what it is known by, what it is, and what a person is told. */
export interface ErrorRow {
  readonly code: RegExp;
  readonly text?: RegExp;
  /** Where the same words mean something else in another request. */
  readonly when?: (asked: AskedOfAws) => boolean;
  readonly kind: FailureKind;
  readonly say: (error: AwsError, asked: AskedOfAws) => Words;
}

/** Message and remedy, and the causes that AWS's own text names. */
export type Words = readonly [message: string, remedy: string, causes?: readonly string[]];

const ThrownSchema = v.looseObject({
  name: v.string(),
  message: v.optional(v.string(), ''),
  $metadata: v.looseObject({ httpStatusCode: v.optional(v.number()), requestId: v.optional(v.string()) }),
  $response: v.optional(v.looseObject({ headers: v.optional(v.record(v.string(), v.string())) })),
});

/** What the SDK threw as AWS's answer; `undefined` for an error that never came from a server. */
export function awsErrorOf(thrown: unknown, nowMs: number): AwsError | undefined {
  const parsed = v.safeParse(ThrownSchema, thrown);
  if (!parsed.success || parsed.output.$metadata.httpStatusCode === undefined) return undefined;
  const { name, message, $metadata, $response } = parsed.output;
  const date = Date.parse($response?.headers?.date ?? '');
  return {
    name: plain(name),
    code: name.replace(/Exception$/, ''),
    text: plain(message),
    status: parsed.output.$metadata.httpStatusCode,
    requestId: plain($metadata.requestId ?? '') || undefined,
    clockAheadMs: Number.isNaN(date) ? undefined : date - nowMs,
  };
}

/** A text of AWS or the SDK on one line, without control characters, and short: it is shown in windows and terminals. */
export function plain(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 400);
}
