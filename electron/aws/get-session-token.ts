import type { Sts } from '../core/ports.ts';
import type { StsRequest } from './sts-request.ts';
import { temporaryCredentials } from './temporary-credentials.ts';

/** @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html */
export function getSessionToken(request: StsRequest): Sts['getSessionToken'] {
  return (input, by, context) =>
    request(
      {
        by,
        context,
        asked: {
          action: 'GetSessionToken',
          durationSeconds: input.durationSeconds,
          sentMfaCode: input.mfaCode !== undefined,
          sentExternalId: false,
        },
      },
      async (client, sdk, abortSignal) => {
        const { Credentials, $metadata } = await client.send(
          new sdk.GetSessionTokenCommand({
            DurationSeconds: input.durationSeconds,
            ...(input.mfaCode !== undefined && { SerialNumber: input.mfaSerial, TokenCode: input.mfaCode }),
          }),
          { abortSignal },
        );
        return temporaryCredentials(Credentials, { requestId: $metadata.requestId });
      },
    );
}
