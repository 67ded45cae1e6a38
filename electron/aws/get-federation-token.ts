import type { Sts } from '../core/ports.ts';
import type { StsRequest } from './sts-request.ts';
import { temporaryCredentials } from './temporary-credentials.ts';

/** @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html */
export function getFederationToken(request: StsRequest): Sts['getFederationToken'] {
  return (input, by, context) =>
    request(
      {
        by,
        context,
        asked: {
          action: 'GetFederationToken',
          durationSeconds: input.durationSeconds,
          sentMfaCode: false,
          sentExternalId: false,
        },
      },
      async (client, sdk, abortSignal) => {
        const { Credentials, FederatedUser, $metadata } = await client.send(
          new sdk.GetFederationTokenCommand({
            Name: input.name,
            Policy: input.policy,
            DurationSeconds: input.durationSeconds,
          }),
          { abortSignal },
        );
        return temporaryCredentials(Credentials, { requestId: $metadata.requestId }, FederatedUser?.Arn);
      },
    );
}
