import { AwsError } from '../protocol/aws-error.ts';
import type { QueryService } from '../protocol/query-service.ts';
import type { Caller } from '../state/model.ts';
import { createAccessKey } from './create-access-key.ts';
import { createVirtualMfaDevice } from './create-virtual-mfa-device.ts';
import { deleteAccessKey } from './delete-access-key.ts';
import { deleteVirtualMfaDevice } from './delete-virtual-mfa-device.ts';
import { enableMfaDevice } from './enable-mfa-device.ts';
import { getAccessKeyLastUsed } from './get-access-key-last-used.ts';
import { listAccessKeys } from './list-access-keys.ts';
import { listMfaDevices } from './list-mfa-devices.ts';
import { updateAccessKey } from './update-access-key.ts';

/**
 * IAM's part for a person's own keys and devices. AWS signs IAM for one region
 * per partition; a client sent to an endpoint by name signs for its own region,
 * so any region of the partition is taken here.
 */
export const iam: QueryService = {
  name: 'iam',
  version: '2010-05-08',
  namespace: 'https://iam.amazonaws.com/doc/2010-05-08/',
  isRegional: false,
  actions: {
    CreateAccessKey: createAccessKey,
    CreateVirtualMFADevice: createVirtualMfaDevice,
    DeleteAccessKey: deleteAccessKey,
    DeleteVirtualMFADevice: deleteVirtualMfaDevice,
    EnableMFADevice: enableMfaDevice,
    GetAccessKeyLastUsed: getAccessKeyLastUsed,
    ListAccessKeys: listAccessKeys,
    ListMFADevices: listMfaDevices,
    UpdateAccessKey: updateAccessKey,
  },
  checkCaller: refuseSessionsWithoutMfa,
};

/**
 * A session of GetSessionToken calls IAM only when it was opened with MFA, a
 * federated user never: AWS does not know their tokens there.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html
 */
function refuseSessionsWithoutMfa(caller: Caller): void {
  if (caller.kind === 'key') return;
  const { identity } = caller.session;
  const mayCall = identity.kind === 'role' || (identity.kind === 'user' && identity.mfaAt !== undefined);
  if (!mayCall)
    throw new AwsError(403, 'InvalidClientTokenId', 'The security token included in the request is invalid');
}
