import { parseArn } from '../arn.ts';
import type { TemporaryCredentials } from '../credentials.ts';
import type { HandOutFacts } from './entry.ts';

/** What the log says of temporary credentials: whose, from which request, until when. */
export function sessionFacts(
  profile: string,
  credentials: TemporaryCredentials,
  startedAt: number | undefined,
): HandOutFacts {
  const { accessKeyId, expiresAt, arn, issued } = credentials;
  const [, , sessionName] = arn === undefined ? [] : (parseArn(arn)?.resource ?? '').split('/');
  return {
    profile,
    ...(arn !== undefined && { arn }),
    ...(issued?.roleArn !== undefined && { roleArn: issued.roleArn }),
    ...(sessionName !== undefined && { sessionName }),
    ...(issued?.sourceIdentity !== undefined && { sourceIdentity: issued.sourceIdentity }),
    ...(issued?.assumedRoleId !== undefined && { assumedRoleId: issued.assumedRoleId }),
    accessKeyId,
    ...(issued?.requestId !== undefined && { requestId: issued.requestId }),
    expiresAt: new Date(expiresAt).toISOString(),
    ...(startedAt !== undefined && { durationSeconds: Math.round((expiresAt - startedAt) / 1000) }),
  };
}
