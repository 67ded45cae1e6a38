import type { IdentityCenter } from '../../core/sso/ports.ts';
import type { IdentityCenterRequests } from './requests.ts';

/** Ends the sign-in at AWS, for every tool that has its token. @see https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_Logout.html */
export function logout({ portal }: IdentityCenterRequests): IdentityCenter['logout'] {
  return (accessToken, context) =>
    portal({ action: 'Logout', context }, async (client, sdk, abortSignal) => {
      await client.send(new sdk.LogoutCommand({ accessToken }), { abortSignal });
    });
}
