import type { Action } from '../protocol/call.ts';
import { checkLimits } from '../protocol/limits.ts';
import { listLimits } from './limits.ts';
import { page } from './page.ts';
import { isoSeconds, targetUser } from './target-user.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListMFADevices.html */
export const listMfaDevices: Action = (call) => {
  checkLimits(call.parameters, listLimits);
  const user = targetUser(call, 'iam:ListMFADevices');
  const devices = [...call.state.mfaDevices.values()].flatMap((device) =>
    device.user === user && device.enabledAt !== undefined
      ? [{ UserName: user.name, SerialNumber: device.serialNumber, EnableDate: isoSeconds(device.enabledAt) }]
      : [],
  );
  return page('MFADevices', devices, call.parameters);
};
