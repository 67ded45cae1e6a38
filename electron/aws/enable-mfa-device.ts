import type { Iam } from '../core/ports.ts';
import { type IamRequest, iamAction } from './iam-request.ts';

/** Both codes are spent by it, so it is never repeated. @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_EnableMFADevice.html */
export function enableMfaDevice(request: IamRequest): Iam['enableMfaDevice'] {
  return (input, by, context) =>
    request(
      { by, context, asked: { ...iamAction('EnableMFADevice'), sentMfaCode: true } },
      async (client, sdk, abortSignal) => {
        await client.send(
          new sdk.EnableMFADeviceCommand({
            UserName: input.userName,
            SerialNumber: input.serialNumber,
            AuthenticationCode1: input.codes[0],
            AuthenticationCode2: input.codes[1],
          }),
          { abortSignal },
        );
      },
    );
}
