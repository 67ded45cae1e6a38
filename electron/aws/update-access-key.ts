import type { Iam } from '../core/ports.ts';
import { type IamRequest, iamAction } from './iam-request.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccessKey.html */
export function updateAccessKey(request: IamRequest): Iam['updateAccessKey'] {
  return (input, by, context) =>
    request({ by, context, asked: iamAction('UpdateAccessKey') }, async (client, sdk, abortSignal) => {
      const Status = input.status === 'active' ? 'Active' : 'Inactive';
      await client.send(new sdk.UpdateAccessKeyCommand({ AccessKeyId: input.accessKeyId, Status }), { abortSignal });
    });
}
