import type { IdentityCenter } from '../../core/sso/ports.ts';
import { IncompleteAnswer } from './errors.ts';
import type { IdentityCenterRequests } from './requests.ts';

/** The interval where AWS names none, says RFC 8628. */
const DEFAULT_INTERVAL_SECONDS = 5;

/** @see https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/API_StartDeviceAuthorization.html */
export function startDeviceAuthorization({
  oidc,
  now,
}: IdentityCenterRequests): IdentityCenter['startDeviceAuthorization'] {
  return ({ clientId, clientSecret }, context) =>
    oidc({ action: 'StartDeviceAuthorization', context }, async (client, sdk, abortSignal) => {
      const { startUrl } = context.session;
      const answer = await client.send(new sdk.StartDeviceAuthorizationCommand({ clientId, clientSecret, startUrl }), {
        abortSignal,
      });
      const { deviceCode, userCode, verificationUri, verificationUriComplete, expiresIn, interval } = answer;
      if (!deviceCode || !userCode || !verificationUri) throw new IncompleteAnswer('no device code');
      return {
        deviceCode,
        userCode,
        verificationUri,
        verificationUriComplete,
        expiresAt: now() + (expiresIn ?? 600) * 1000,
        intervalMs: Math.max(1, interval ?? DEFAULT_INTERVAL_SECONDS) * 1000,
      };
    });
}
