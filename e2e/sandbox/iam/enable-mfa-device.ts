import { AwsError } from '../protocol/aws-error.ts';
import type { Action } from '../protocol/call.ts';
import { checkLimits } from '../protocol/limits.ts';
import type { MfaDevice } from '../state/model.ts';
import { totpCode } from '../sts/mfa.ts';
import { enableMfaDeviceLimits } from './limits.ts';
import { entityAlreadyExists, limitExceeded, noSuchEntity, targetUser } from './target-user.ts';

const mostDevices = 8;
const stepMs = 30_000;
/** How many steps back the first of the two codes may be: a person types two, one after the other. */
const stepsBack = 3;

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_EnableMFADevice.html */
export const enableMfaDevice: Action = (call) => {
  const { state, caller, parameters } = call;
  checkLimits(parameters, enableMfaDeviceLimits);
  const user = targetUser(call, 'iam:EnableMFADevice');
  const serialNumber = parameters.get('SerialNumber') ?? '';
  const device = state.mfaDevices.get(serialNumber);
  if (!device || device.account !== caller.account) {
    throw noSuchEntity(`VirtualMFADevice with serial number ${serialNumber} does not exist.`);
  }
  if (device.user) throw entityAlreadyExists('MFA Device already in use.');
  const own = [...state.mfaDevices.values()].filter((other) => other.user === user);
  if (own.length >= mostDevices) throw limitExceeded(`Cannot exceed quota for MFADevicesPerUser: ${mostDevices}`);

  const now = state.clock.now();
  const codes = [parameters.get('AuthenticationCode1') ?? '', parameters.get('AuthenticationCode2') ?? ''] as const;
  const step = consecutiveSteps(device, codes, now);
  if (step === undefined) {
    throw new AwsError(403, 'InvalidAuthenticationCode', 'Authentication code for device is not valid.');
  }
  device.user = user;
  device.enabledAt = now;
  device.validFrom = now + state.propagationDelayMs;
  device.lastUsedStep = step;
  return undefined;
};

/** The step of the second code, when the two follow each other. Both are spent by it. */
function consecutiveSteps(
  device: MfaDevice,
  [first, second]: readonly [string, string],
  now: number,
): number | undefined {
  const current = Math.floor(now / stepMs);
  for (let step = current - stepsBack; step <= current; step += 1) {
    const at = step * stepMs;
    if (totpCode(device.totpSeed, at) === first && totpCode(device.totpSeed, at + stepMs) === second) return step + 1;
  }
  return undefined;
}
