import type { IdentityCenter } from '../../core/sso/ports.ts';
import { IncompleteAnswer } from './errors.ts';
import { callbackPath } from './hosts.ts';
import type { IdentityCenterRequests } from './requests.ts';

/** AWS adds the port itself: a registered loopback address has none. */
const redirectUri = `http://127.0.0.1${callbackPath}`;

/** @see https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/API_RegisterClient.html */
export function registerClient({ oidc }: IdentityCenterRequests): IdentityCenter['registerClient'] {
  return (method, context) =>
    oidc({ action: 'RegisterClient', context }, async (client, sdk, abortSignal) => {
      const { scopes, startUrl } = context.session;
      const answer = await client.send(
        new sdk.RegisterClientCommand({
          clientName: 'Rolecall',
          clientType: 'public',
          ...(scopes.length > 0 && { scopes: [...scopes] }),
          ...(method === 'browser' && {
            grantTypes: ['authorization_code', 'refresh_token'],
            redirectUris: [redirectUri],
            issuerUrl: startUrl,
          }),
        }),
        { abortSignal },
      );
      const { clientId, clientSecret, clientSecretExpiresAt } = answer;
      if (!clientId || !clientSecret || !clientSecretExpiresAt) throw new IncompleteAnswer('no registration');
      return { clientId, clientSecret, expiresAt: clientSecretExpiresAt * 1000 };
    });
}
