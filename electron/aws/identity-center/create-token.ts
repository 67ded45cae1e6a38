import type { CreateTokenCommandInput } from '@aws-sdk/client-sso-oidc';
import type { IdentityCenter, TokenAnswer, TokenGrant } from '../../core/sso/ports.ts';
import { IncompleteAnswer } from './errors.ts';
import type { IdentityCenterRequests } from './requests.ts';

type GrantFields = Pick<
  CreateTokenCommandInput,
  'grantType' | 'deviceCode' | 'code' | 'codeVerifier' | 'redirectUri' | 'refreshToken'
>;

/** Sent once: codes and refresh tokens work once. @see https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/API_CreateToken.html */
export function createToken({ oidc, now }: IdentityCenterRequests): IdentityCenter['createToken'] {
  return (grant, registration, context) =>
    oidc(
      { action: 'CreateToken', context, repeated: 'never' },
      async (client, sdk, abortSignal): Promise<TokenAnswer> => {
        const { clientId, clientSecret } = registration;
        const input = { clientId, clientSecret, ...fieldsOf(grant) };
        try {
          const answer = await client.send(new sdk.CreateTokenCommand(input), { abortSignal });
          const { accessToken, expiresIn, refreshToken } = answer;
          if (!accessToken || !expiresIn) throw new IncompleteAnswer('no token');
          const obtainedAt = now();
          const expiresAt = obtainedAt + expiresIn * 1000;
          const renewal = refreshToken ? { refreshToken } : {};
          return { state: 'granted', token: { accessToken, obtainedAt, expiresAt, client: registration, ...renewal } };
        } catch (error) {
          if (error instanceof sdk.AuthorizationPendingException) return { state: 'pending' };
          if (error instanceof sdk.SlowDownException) return { state: 'slow-down' };
          throw error;
        }
      },
    );
}

function fieldsOf(grant: TokenGrant): GrantFields {
  switch (grant.kind) {
    case 'device':
      return { grantType: 'urn:ietf:params:oauth:grant-type:device_code', deviceCode: grant.deviceCode };
    case 'code': {
      const { code, codeVerifier, redirectUri } = grant;
      return { grantType: 'authorization_code', code, codeVerifier, redirectUri };
    }
    case 'refresh':
      return { grantType: 'refresh_token', refreshToken: grant.refreshToken };
  }
}
