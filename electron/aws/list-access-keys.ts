import type { IamAccessKey } from '../core/iam.ts';
import type { Iam } from '../core/ports.ts';
import { type IamRequest, iamAction } from './iam-request.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAccessKeys.html */
export function listAccessKeys(request: IamRequest): Iam['listAccessKeys'] {
  return (by, context) =>
    request({ by, context, asked: iamAction('ListAccessKeys') }, async (client, sdk, abortSignal) => {
      const keys: IamAccessKey[] = [];
      for await (const page of sdk.paginateListAccessKeys({ client }, {}, { abortSignal })) {
        for (const { AccessKeyId, Status, CreateDate } of page.AccessKeyMetadata ?? []) {
          if (!AccessKeyId) continue;
          keys.push({
            accessKeyId: AccessKeyId,
            status: Status === 'Active' ? 'active' : 'inactive',
            ...(CreateDate && { createdAt: CreateDate.getTime() }),
          });
        }
      }
      return keys;
    });
}
