import type { Iam } from '../core/ports.ts';
import { createAccessKey } from './create-access-key.ts';
import { createVirtualMfaDevice } from './create-virtual-mfa-device.ts';
import { deleteAccessKey } from './delete-access-key.ts';
import { deleteVirtualMfaDevice } from './delete-virtual-mfa-device.ts';
import { enableMfaDevice } from './enable-mfa-device.ts';
import { getAccessKeyLastUsed } from './get-access-key-last-used.ts';
import { createIamRequests, type IamOptions } from './iam-request.ts';
import { listAccessKeys } from './list-access-keys.ts';
import { listMfaDevices } from './list-mfa-devices.ts';
import { updateAccessKey } from './update-access-key.ts';

/**
 * A user's own keys and devices in AWS's IAM. Loads the SDK at the first
 * request, and fails as `createSts` does. Signed with a session of
 * GetSessionToken it needs one that was opened with MFA.
 */
export function createIam(options: IamOptions = {}): Iam {
  const request = createIamRequests(options);
  return {
    listAccessKeys: listAccessKeys(request),
    createAccessKey: createAccessKey(request),
    updateAccessKey: updateAccessKey(request),
    deleteAccessKey: deleteAccessKey(request),
    getAccessKeyLastUsed: getAccessKeyLastUsed(request),
    listMfaDevices: listMfaDevices(request),
    createVirtualMfaDevice: createVirtualMfaDevice(request),
    enableMfaDevice: enableMfaDevice(request),
    deleteVirtualMfaDevice: deleteVirtualMfaDevice(request),
  };
}
