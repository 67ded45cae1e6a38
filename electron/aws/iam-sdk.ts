/** The part of IAM's SDK that Rolecall uses, so that the other 170 actions stay out of the bundle. Loaded by `load-sdk.ts` only. */
export {
  CreateAccessKeyCommand,
  CreateVirtualMFADeviceCommand,
  DeleteAccessKeyCommand,
  DeleteVirtualMFADeviceCommand,
  EnableMFADeviceCommand,
  GetAccessKeyLastUsedCommand,
  IAMClient,
  ListAccessKeysCommand,
  ListMFADevicesCommand,
  paginateListAccessKeys,
  paginateListMFADevices,
  UpdateAccessKeyCommand,
} from '@aws-sdk/client-iam';
