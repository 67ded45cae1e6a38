import { parseRoleArn } from './arn.ts';
import type { Session } from './broker.ts';
import type { ProcessCredentials } from './contract.ts';

/** The answer of `credential_process`.
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html
 */
export function processCredentials({ credentials }: Session): ProcessCredentials {
  const { accessKeyId, secretAccessKey, sessionToken, expiresAt, arn } = credentials;
  const AccountId = arn === undefined ? undefined : parseRoleArn(arn)?.accountId;
  return {
    Version: 1,
    AccessKeyId: accessKeyId,
    SecretAccessKey: secretAccessKey,
    SessionToken: sessionToken,
    Expiration: new Date(expiresAt).toISOString(),
    ...(AccountId !== undefined && { AccountId }),
  };
}
