import type { IdentityCenter } from '../../core/sso/ports.ts';
import { PAGE_SIZE } from './list-accounts.ts';
import type { IdentityCenterRequests } from './requests.ts';

/** @see https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_ListAccountRoles.html */
export function listAccountRoles({ portal }: IdentityCenterRequests): IdentityCenter['listAccountRoles'] {
  return ({ accountId, next }, accessToken, context) =>
    portal({ action: 'ListAccountRoles', context, repeated: 'elsewhere' }, async (client, sdk, abortSignal) => {
      const { roleList, nextToken } = await client.send(
        new sdk.ListAccountRolesCommand({ accessToken, accountId, nextToken: next, maxResults: PAGE_SIZE }),
        { abortSignal },
      );
      return { items: (roleList ?? []).flatMap(({ roleName }) => (roleName ? [roleName] : [])), next: nextToken };
    });
}
