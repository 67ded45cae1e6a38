import type { Iam } from '../core/ports.ts';
import { type IamRequest, iamAction } from './iam-request.ts';

/** Sent once: a repetition would find the name taken, and its seed is told only once. @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateVirtualMFADevice.html */
export function createVirtualMfaDevice(request: IamRequest): Iam['createVirtualMfaDevice'] {
  return (name, by, context) =>
    request(
      { by, context, asked: { ...iamAction('CreateVirtualMFADevice'), createsAnew: true } },
      async (client, sdk, abortSignal) => {
        const { VirtualMFADevice } = await client.send(
          new sdk.CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: name }),
          { abortSignal },
        );
        const { SerialNumber, Base32StringSeed, QRCodePNG } = VirtualMFADevice ?? {};
        if (!SerialNumber || !Base32StringSeed) throw new Error('the answer of IAM holds no device');
        return {
          serialNumber: SerialNumber,
          totpSeed: new TextDecoder().decode(Base32StringSeed),
          ...(QRCodePNG && { qrCodePng: QRCodePNG }),
        };
      },
    );
}
