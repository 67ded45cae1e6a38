import type { Iam } from '../core/ports.ts';
import { type IamRequest, iamAction } from './iam-request.ts';

/** Only a device that is not enabled can be deleted. @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteVirtualMFADevice.html */
export function deleteVirtualMfaDevice(request: IamRequest): Iam['deleteVirtualMfaDevice'] {
  return (serialNumber, by, context) =>
    request({ by, context, asked: iamAction('DeleteVirtualMFADevice') }, async (client, sdk, abortSignal) => {
      await client.send(new sdk.DeleteVirtualMFADeviceCommand({ SerialNumber: serialNumber }), { abortSignal });
    });
}
