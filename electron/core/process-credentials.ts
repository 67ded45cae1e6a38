import { parseRoleArn } from './arn.ts';
import type { ProcessCredentials } from './contract.ts';
import type { Session } from './sessions/broker.ts';
import type { AwsClock } from './time/aws-clock.ts';

/**
 * The answer of `credential_process`. `Expiration` is by this computer's clock: the
 * tools that ask compare it with that one.
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html
 */
export function processCredentials({ credentials }: Session, awsClock: Pick<AwsClock, 'toLocal'>): ProcessCredentials {
  const { accessKeyId, secretAccessKey, sessionToken, expiresAt, arn, accountId } = credentials;
  const AccountId = arn === undefined ? accountId : parseRoleArn(arn)?.accountId;
  return {
    Version: 1,
    AccessKeyId: accessKeyId,
    SecretAccessKey: secretAccessKey,
    SessionToken: sessionToken,
    // In whole seconds, as AWS says it: what is known of AWS's clock moves by a millisecond from answer to answer.
    Expiration: new Date(Math.floor(awsClock.toLocal(expiresAt) / 1000) * 1000).toISOString(),
    ...(AccountId !== undefined && { AccountId }),
  };
}
