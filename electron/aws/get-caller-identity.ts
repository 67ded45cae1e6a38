import type { Sts } from '../core/ports.ts';
import type { StsRequest } from './sts-request.ts';

/** @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
export function getCallerIdentity(request: StsRequest): Sts['getCallerIdentity'] {
  return (by, context) =>
    request(
      { by, context, asked: { action: 'GetCallerIdentity', sentMfaCode: false, sentExternalId: false } },
      async (client, sdk, abortSignal) => {
        const { Arn, Account } = await client.send(new sdk.GetCallerIdentityCommand({}), { abortSignal });
        if (!Arn || !Account) throw new Error('the answer of STS names no one');
        return { arn: Arn, accountId: Account };
      },
    );
}
