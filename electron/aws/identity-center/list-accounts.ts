import type { IdentityCenter } from '../../core/sso/ports.ts';
import type { IdentityCenterRequests } from './requests.ts';

/** AWS's largest page. */
export const PAGE_SIZE = 100;

/** Not repeated here: who reads a whole organisation paces the requests. @see https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_ListAccounts.html */
export function listAccounts({ portal }: IdentityCenterRequests): IdentityCenter['listAccounts'] {
  return ({ next }, accessToken, context) =>
    portal({ action: 'ListAccounts', context, repeated: 'elsewhere' }, async (client, sdk, abortSignal) => {
      const { accountList, nextToken } = await client.send(
        new sdk.ListAccountsCommand({ accessToken, nextToken: next, maxResults: PAGE_SIZE }),
        { abortSignal },
      );
      const items = (accountList ?? []).flatMap(({ accountId, accountName, emailAddress }) =>
        accountId ? [{ accountId, accountName: accountName ?? accountId, emailAddress }] : [],
      );
      return { items, next: nextToken };
    });
}
