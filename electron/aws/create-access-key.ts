import type { Iam } from '../core/ports.ts';
import { type IamRequest, iamAction } from './iam-request.ts';

/** Sent once: a repetition would make a second key. @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateAccessKey.html */
export function createAccessKey(request: IamRequest): Iam['createAccessKey'] {
  return (by, context) =>
    request(
      { by, context, asked: { ...iamAction('CreateAccessKey'), createsAnew: true } },
      async (client, sdk, abortSignal) => {
        const { AccessKey } = await client.send(new sdk.CreateAccessKeyCommand({}), { abortSignal });
        if (!AccessKey?.AccessKeyId || !AccessKey.SecretAccessKey) throw new Error('the answer of IAM holds no key');
        return { accessKeyId: AccessKey.AccessKeyId, secretAccessKey: AccessKey.SecretAccessKey };
      },
    );
}
