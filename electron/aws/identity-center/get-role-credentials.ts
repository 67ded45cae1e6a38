import type { IdentityCenter } from '../../core/sso/ports.ts';
import { partitionOfRegion } from '../partitions.ts';
import { IncompleteAnswer } from './errors.ts';
import type { IdentityCenterRequests } from './requests.ts';

/**
 * The one AWS call whose expiry is in milliseconds. Its answer names no ARN, so
 * partition and account come from what was asked for.
 * @see https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_GetRoleCredentials.html
 */
export function getRoleCredentials({ portal }: IdentityCenterRequests): IdentityCenter['getRoleCredentials'] {
  return ({ accountId, roleName }, accessToken, context) =>
    portal({ action: 'GetRoleCredentials', context }, async (client, sdk, abortSignal) => {
      const { roleCredentials, $metadata } = await client.send(
        new sdk.GetRoleCredentialsCommand({ accountId, roleName, accessToken }),
        { abortSignal },
      );
      const { accessKeyId, secretAccessKey, sessionToken, expiration } = roleCredentials ?? {};
      if (!accessKeyId || !secretAccessKey || !sessionToken || !expiration)
        throw new IncompleteAnswer('no credentials');
      const partition = partitionOfRegion(context.session.region)?.id;
      const issued = { requestId: $metadata.requestId };
      return { accessKeyId, secretAccessKey, sessionToken, expiresAt: expiration, accountId, partition, issued };
    });
}
