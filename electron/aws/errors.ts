import { type Failure, failure } from '../core/failure.ts';
import { type AskedOfAws, awsErrorOf, type ErrorRow, plain } from './errors/aws-error.ts';
import { clockErrors } from './errors/clock.ts';
import { iamErrors } from './errors/iam.ts';
import { keyErrors, secretErrors } from './errors/keys.ts';
import { limitErrors } from './errors/limits.ts';
import { loadErrors, rowOfStatus } from './errors/load.ts';
import { mfaErrors } from './errors/mfa.ts';
import { refusals } from './errors/refusals.ts';
import { sessionPolicyErrors } from './errors/session-policies.ts';
import { networkFailure } from './network-errors.ts';

export type { AskedOfAws } from './errors/aws-error.ts';

/** First match wins, so that a text AWS is known to send beats its code, and a code beats the HTTP status. */
const rows: readonly ErrorRow[] = [
  ...mfaErrors,
  ...iamErrors,
  ...refusals,
  ...limitErrors,
  ...sessionPolicyErrors,
  ...keyErrors,
  ...clockErrors,
  ...secretErrors,
  ...loadErrors,
];

/**
 * Turns what the SDK threw into a failure: what happened, why, and what to do.
 * Holds AWS's own words only where they carry no secret; `nowMs` measures the
 * skew from AWS's Date header.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html
 */
export function awsFailure(thrown: unknown, asked: AskedOfAws, nowMs: number): Failure {
  const network = networkFailure(thrown, asked.service ?? 'STS', asked.profile);
  if (network) return network;
  const error = awsErrorOf(thrown, nowMs);
  if (!error) return unexpected(thrown, asked);
  const row =
    rows.find(
      ({ code, text, when }) => code.test(error.code) && (!text || text.test(error.text)) && (!when || when(asked)),
    ) ?? rowOfStatus(error.status);
  const extra = {
    profile: asked.profile,
    awsCode: error.name,
    requestId: error.requestId,
    action: asked.action,
    ...(asked.roleArn !== undefined && { roleArn: asked.roleArn }),
  };
  if (row) {
    const [message, remedy, causes = []] = row.say(error, asked);
    return failure(row.kind, message, remedy, { ...extra, ...(causes.length > 0 && { causes: [...causes] }) });
  }
  return failure(
    'aws-error',
    `AWS refused ${asked.action}: ${error.text || error.code}`,
    'Look the code up in AWS’s documentation; the request id finds it in CloudTrail.',
    extra,
  );
}

/** An error that never came from a server is ours: a setting the SDK refused, for example. */
function unexpected(thrown: unknown, asked: AskedOfAws): Failure {
  const said = thrown instanceof Error ? plain(thrown.message) : '';
  return failure(
    'aws-error',
    `${asked.action} could not be carried out${said ? `: ${said}` : '.'}`,
    'Check the region and the endpoint settings of the profile and the environment.',
    { profile: asked.profile },
  );
}
