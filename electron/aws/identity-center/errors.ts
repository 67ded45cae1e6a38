import * as v from 'valibot';
import { type Failure, type FailureKind, failure } from '../../core/failure.ts';
import { plainName } from '../../core/plain-name.ts';
import { shellWord } from '../../core/shell-word.ts';
import type { SsoContext } from '../../core/sso/ports.ts';
import { networkFailure } from '../network-errors.ts';

export const service = 'IAM Identity Center';

/** An answer of AWS that lacks what its model promises. */
export class IncompleteAnswer extends Error {}

interface Asked {
  readonly action: string;
  readonly context: SsoContext;
}

const ErrorSchema = v.looseObject({
  name: v.string(),
  message: v.optional(v.string(), ''),
  /** OAuth's own code, beside AWS's. */
  error: v.optional(v.string(), ''),
  error_description: v.optional(v.string(), ''),
  $metadata: v.looseObject({ httpStatusCode: v.optional(v.number()), requestId: v.optional(v.string()) }),
  $response: v.optional(v.looseObject({ headers: v.optional(v.record(v.string(), v.string())) })),
});
type AwsError = v.InferOutput<typeof ErrorSchema>;

type Row = readonly [
  name: RegExp,
  kind: FailureKind,
  say: (session: string, asked: Asked) => readonly [message: string, remedy: string],
];

/** First match wins. The portal and the sign-in endpoint use some names for different things. */
const rows: readonly Row[] = [
  [
    /^UnauthorizedException$/,
    'sign-in-needed',
    (session) => [`Your sign-in to "${session}" has ended.`, `Sign in again: rolecall sso login ${shellWord(session)}`],
  ],
  [
    /^ExpiredTokenException$/,
    'sign-in-expired',
    (session) => [
      `The time for signing in to "${session}" ran out.`,
      `Start over: rolecall sso login ${shellWord(session)}`,
    ],
  ],
  [
    /^InvalidGrantException$/,
    'sign-in-expired',
    (session) => [
      `The sign-in to "${session}" cannot be continued: AWS does not know its code or token any more.`,
      `Sign in again: rolecall sso login ${shellWord(session)}`,
    ],
  ],
  [
    /^(InvalidClientException|UnauthorizedClientException)$/,
    'sign-in-expired',
    (session) => [
      `AWS does not know Rolecall's registration for "${session}" any more.`,
      `Sign in again: rolecall sso login ${shellWord(session)}`,
    ],
  ],
  [
    /^AccessDeniedException$/,
    'sign-in-refused',
    (session) => [
      `The sign-in to "${session}" was refused in the browser.`,
      `Start it again and choose "Allow": rolecall sso login ${shellWord(session)}`,
    ],
  ],
  [
    /^ForbiddenException$/,
    'not-authorized',
    () => [
      'IAM Identity Center does not let you use this role in this account.',
      'Compare sso_account_id and sso_role_name with what the access portal shows, or ask for the assignment.',
    ],
  ],
  [
    /^ResourceNotFoundException$/,
    'not-authorized',
    () => [
      'IAM Identity Center knows no such account or role for you.',
      'Compare sso_account_id and sso_role_name with what the access portal shows.',
    ],
  ],
  [
    /^InvalidRequestRegionException$/,
    'bad-input',
    (session) => [`"${session}" is not in the region that its sso_region names.`, 'Correct sso_region.'],
  ],
  [
    /^(InvalidScopeException|InvalidClientMetadataException|InvalidRedirectUriException)$/,
    'bad-input',
    (session) => [
      `AWS does not accept how Rolecall registers for "${session}".`,
      'Check sso_registration_scopes; without it AWS grants access to accounts.',
    ],
  ],
];

/** Turns what the SDK threw into a failure. Holds AWS's own words only where they carry no secret. */
export function identityCenterFailure(thrown: unknown, asked: Asked): Failure {
  const { session, profile } = asked.context;
  const network = networkFailure(thrown, service, profile ?? '');
  if (network) return profile === undefined ? { ...network, profile } : network;
  const parsed = v.safeParse(ErrorSchema, thrown);
  if (!parsed.success || parsed.output.$metadata.httpStatusCode === undefined)
    return failure(
      'aws-error',
      `${asked.action} could not be carried out${thrown instanceof Error ? `: ${plain(thrown.message)}` : '.'}`,
      'Check sso_start_url and sso_region of the session, and the endpoint settings of the environment.',
      { profile },
    );
  const error = parsed.output;
  const status = error.$metadata.httpStatusCode ?? 0;
  const extra = { profile, awsCode: plain(error.name), requestId: plain(error.$metadata.requestId ?? '') || undefined };
  if (status === 429 || /^(TooManyRequests|Throttling|SlowDown)/.test(error.name))
    return {
      ...failure(
        'throttled',
        'IAM Identity Center is limiting requests, and waiting a little did not help.',
        'Try again in a minute.',
        extra,
      ),
      ...retryAfter(error),
    };
  const row = rows.find(([name]) => name.test(error.name));
  if (row) return failure(row[1], ...row[2](plainName(session.name), asked), extra);
  if (status === 401) return failure('sign-in-needed', ...(rows[0] as Row)[2](plainName(session.name), asked), extra);
  if (status >= 500)
    return failure(
      'aws-error',
      `IAM Identity Center had an internal error (${status}).`,
      'Try again in a minute; if it stays, look at the AWS Health Dashboard.',
      extra,
    );
  const said = plain(error.error_description || error.message || error.error || error.name);
  return failure(
    'aws-error',
    `IAM Identity Center refused ${asked.action}: ${said}`,
    'Check sso_start_url and sso_region of the session.',
    extra,
  );
}

/** @see https://www.rfc-editor.org/rfc/rfc9110#name-retry-after (seconds; AWS sends no date) */
function retryAfter(error: AwsError): { retryAfterMs?: number } {
  const seconds = Number(error.$response?.headers?.['retry-after'] ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? { retryAfterMs: seconds * 1000 } : {};
}

/** AWS's text on one line, without control characters, and short: it is shown in windows and terminals. */
function plain(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 400);
}
