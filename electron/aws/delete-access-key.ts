import type { Iam } from '../core/ports.ts';
import { type IamRequest, iamAction } from './iam-request.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteAccessKey.html */
export function deleteAccessKey(request: IamRequest): Iam['deleteAccessKey'] {
  return (accessKeyId, by, context) =>
    request({ by, context, asked: iamAction('DeleteAccessKey') }, async (client, sdk, abortSignal) => {
      await client.send(new sdk.DeleteAccessKeyCommand({ AccessKeyId: accessKeyId }), { abortSignal });
    });
}
