import { authorize } from '../policy/authorize.ts';
import { requestContext } from '../policy/request-context.ts';
import type { Action } from '../protocol/call.ts';
import { checkLimits } from '../protocol/limits.ts';
import { newTotpSeed } from '../state/ids.ts';
import { createVirtualMfaDeviceLimits } from './limits.ts';
import { qrCodePng } from './qr-code.ts';
import { entityAlreadyExists } from './target-user.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateVirtualMFADevice.html */
export const createVirtualMfaDevice: Action = ({ state, caller, parameters }) => {
  checkLimits(parameters, createVirtualMfaDeviceLimits);
  const { account } = caller;
  const name = parameters.get('VirtualMFADeviceName') ?? '';
  const serialNumber = `arn:${account.partition}:iam::${account.id}:mfa${parameters.get('Path') ?? '/'}${name}`;
  const context = requestContext(caller, state.clock.now(), {});
  authorize(caller, { action: 'iam:CreateVirtualMFADevice', resource: serialNumber, context });
  if (state.mfaDevices.has(serialNumber)) {
    throw entityAlreadyExists('MFADevice entity at the same path and name already exists.');
  }
  const totpSeed = newTotpSeed();
  state.mfaDevices.set(serialNumber, { serialNumber, account, totpSeed, lastUsedStep: 0 });
  const label = encodeURIComponent(`${name}@${account.id}`);
  const uri = `otpauth://totp/Amazon%20Web%20Services:${label}?secret=${totpSeed}&issuer=Amazon%20Web%20Services`;
  return {
    VirtualMFADevice: {
      SerialNumber: serialNumber,
      // Blobs travel in base64, so the seed is base64 of its base32 text.
      Base32StringSeed: Buffer.from(totpSeed).toString('base64'),
      QRCodePNG: qrCodePng(uri).toString('base64'),
    },
  };
};
