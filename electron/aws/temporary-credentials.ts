import type { Credentials } from '@aws-sdk/client-sts';
import type { Issued, TemporaryCredentials } from '../core/credentials.ts';

/** STS's `Credentials` in Rolecall's words; throws when a part is missing, which no AWS answer does. */
export function temporaryCredentials(
  credentials: Credentials | undefined,
  issued: Issued,
  arn?: string,
): TemporaryCredentials {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = credentials ?? {};
  if (!AccessKeyId || !SecretAccessKey || !SessionToken || !Expiration) {
    throw new Error('the answer of STS holds no complete credentials');
  }
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
    expiresAt: Expiration.getTime(),
    ...(arn !== undefined && { arn }),
    issued,
  };
}
