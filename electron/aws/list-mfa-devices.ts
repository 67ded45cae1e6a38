import type { IamMfaDevice } from '../core/iam.ts';
import type { Iam } from '../core/ports.ts';
import { type IamRequest, iamAction } from './iam-request.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListMFADevices.html */
export function listMfaDevices(request: IamRequest): Iam['listMfaDevices'] {
  return (by, context) =>
    request({ by, context, asked: iamAction('ListMFADevices') }, async (client, sdk, abortSignal) => {
      const devices: IamMfaDevice[] = [];
      for await (const page of sdk.paginateListMFADevices({ client }, {}, { abortSignal })) {
        for (const { SerialNumber, UserName, EnableDate } of page.MFADevices ?? []) {
          if (!SerialNumber || !UserName) continue;
          devices.push({
            serialNumber: SerialNumber,
            userName: UserName,
            ...(EnableDate && { enabledAt: EnableDate.getTime() }),
          });
        }
      }
      return devices;
    });
}
