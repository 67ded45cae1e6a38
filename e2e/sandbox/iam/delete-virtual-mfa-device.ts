import { authorize } from '../policy/authorize.ts';
import { requestContext } from '../policy/request-context.ts';
import { AwsError } from '../protocol/aws-error.ts';
import type { Action } from '../protocol/call.ts';
import { checkLimits } from '../protocol/limits.ts';
import { deleteVirtualMfaDeviceLimits } from './limits.ts';
import { noSuchEntity } from './target-user.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteVirtualMFADevice.html */
export const deleteVirtualMfaDevice: Action = ({ state, caller, parameters }) => {
  checkLimits(parameters, deleteVirtualMfaDeviceLimits);
  const serialNumber = parameters.get('SerialNumber') ?? '';
  const context = requestContext(caller, state.clock.now(), {});
  authorize(caller, { action: 'iam:DeleteVirtualMFADevice', resource: serialNumber, context });
  const device = state.mfaDevices.get(serialNumber);
  if (!device || device.account !== caller.account) {
    throw noSuchEntity(`VirtualMFADevice with serial number ${serialNumber} does not exist.`);
  }
  if (device.user) throw new AwsError(409, 'DeleteConflict', 'MFA VirtualDevice in use. Must deactivate first.');
  state.mfaDevices.delete(serialNumber);
  return undefined;
};
