import { Secret, TOTP } from 'otpauth';
import { accessDenied } from '../protocol/aws-error.ts';
import type { Caller, MfaDevice, User } from '../state/model.ts';
import type { State } from '../state/state.ts';

const stepMs = 30_000;
const windowSteps = 1;

/**
 * Checks the MFA code of a request and spends it. Undefined when none was given;
 * else the epoch ms of the proof. A code, and every older one, works once per
 * device, whatever the call it was given in: not even when that call then fails.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_sync.html
 */
export function checkMfa(
  state: State,
  caller: Caller,
  given: { readonly serialNumber: string | undefined; readonly tokenCode: string | undefined },
): number | undefined {
  const { serialNumber, tokenCode } = given;
  if (serialNumber === undefined && tokenCode === undefined) return undefined;
  if (serialNumber === undefined || tokenCode === undefined) {
    throw accessDenied('MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.');
  }
  const device = state.mfaDevices.get(serialNumber);
  const user = userOf(caller);
  if (
    !device ||
    device.validFrom === undefined ||
    device.validFrom > state.clock.now() ||
    !user ||
    device.user !== user
  ) {
    throw accessDenied(
      'MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.',
    );
  }
  const now = state.clock.now();
  if (!spendCode(device, tokenCode, now)) {
    throw accessDenied('MultiFactorAuthentication failed with invalid MFA one time pass code. ');
  }
  return now;
}

/** True when the code is right for now, one step before or one after, and newer than the last one used. */
function spendCode(device: MfaDevice, code: string, now: number): boolean {
  const step = stepOf(device, code, now);
  if (step === undefined || step <= device.lastUsedStep) return false;
  device.lastUsedStep = step;
  return true;
}

/** The 30-second step the code belongs to, if that is within the window around `now`. */
function stepOf(device: MfaDevice, code: string, now: number): number | undefined {
  const current = Math.floor(now / stepMs);
  const steps = Array.from({ length: 2 * windowSteps + 1 }, (_, index) => current - windowSteps + index);
  return steps.find((step) => totpCode(device.totpSeed, step * stepMs) === code);
}

/** The six digits a device shows at `at` (epoch ms): RFC 6238, SHA-1, 30 s. */
export function totpCode(seed: string, at: number): string {
  return new TOTP({ secret: Secret.fromBase32(seed) }).generate({ timestamp: at });
}

/** A device belongs to a user, so a role's session has none. */
function userOf(caller: Caller): User | undefined {
  if (caller.kind === 'key') return caller.user;
  return caller.session.identity.kind === 'user' ? caller.session.identity.user : undefined;
}
