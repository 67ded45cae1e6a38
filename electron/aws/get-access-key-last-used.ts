import type { Iam } from '../core/ports.ts';
import { type IamRequest, iamAction } from './iam-request.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccessKeyLastUsed.html */
export function getAccessKeyLastUsed(request: IamRequest): Iam['getAccessKeyLastUsed'] {
  return (accessKeyId, by, context) =>
    request({ by, context, asked: iamAction('GetAccessKeyLastUsed') }, async (client, sdk, abortSignal) => {
      const { AccessKeyLastUsed } = await client.send(
        new sdk.GetAccessKeyLastUsedCommand({ AccessKeyId: accessKeyId }),
        { abortSignal },
      );
      const { LastUsedDate, ServiceName, Region } = AccessKeyLastUsed ?? {};
      // AWS leaves the date out and says N/A for the rest where it knows of no use.
      return LastUsedDate ? { usedAt: LastUsedDate.getTime(), service: ServiceName ?? '', region: Region ?? '' } : {};
    });
}
