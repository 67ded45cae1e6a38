import type { ActionLimits, Limits } from '../protocol/limits.ts';

/** The limits of IAM's parameters, from its API model (2010-05-08). */
const userName: Limits = { type: 'string', min: 1, max: 128, pattern: '[\\w+=,.@-]+' };
const accessKeyId: Limits = { type: 'string', min: 16, max: 128, pattern: '[\\w]+' };
const serialNumber: Limits = { type: 'string', min: 9, max: 256, pattern: '[\\w+=/:,.@-]+' };
const code: Limits = { type: 'string', min: 6, max: 6, pattern: '[\\d]+' };
const paging: ActionLimits = {
  Marker: { type: 'string', min: 1, max: 320, pattern: '[\\u0020-\\u00FF]+' },
  MaxItems: { type: 'integer', min: 1, max: 1000 },
};

export const listLimits: ActionLimits = { UserName: userName, ...paging };
export const createAccessKeyLimits: ActionLimits = { UserName: userName };
export const updateAccessKeyLimits: ActionLimits = {
  UserName: userName,
  'AccessKeyId!': accessKeyId,
  'Status!': { type: 'string', enum: ['Active', 'Inactive', 'Expired'] },
};
export const deleteAccessKeyLimits: ActionLimits = { UserName: userName, 'AccessKeyId!': accessKeyId };
export const getAccessKeyLastUsedLimits: ActionLimits = { 'AccessKeyId!': accessKeyId };
export const createVirtualMfaDeviceLimits: ActionLimits = {
  Path: { type: 'string', min: 1, max: 512, pattern: '(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)' },
  'VirtualMFADeviceName!': { type: 'string', min: 1, pattern: '[\\w+=,.@-]+' },
};
export const deleteVirtualMfaDeviceLimits: ActionLimits = { 'SerialNumber!': serialNumber };
export const enableMfaDeviceLimits: ActionLimits = {
  'UserName!': userName,
  'SerialNumber!': serialNumber,
  'AuthenticationCode1!': code,
  'AuthenticationCode2!': code,
};
