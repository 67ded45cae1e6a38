import * as v from 'valibot';
import { call } from './call.ts';
import { Nothing } from './inputs.ts';

const MfaSerial = v.pipe(v.string(), v.minLength(1), v.maxLength(256));

/** An MFA device that a profile names, or whose seed is kept here. */
export const MfaDeviceSchema = v.object({
  mfaSerial: v.string(),
  /** The profiles whose codes come from it. */
  profiles: v.array(v.string()),
  /** When its seed was put into the keychain; absent when a person types the codes. */
  seedAddedAt: v.optional(v.number()),
});
export type MfaDeviceRow = v.InferOutput<typeof MfaDeviceSchema>;

export const mfaDeviceCalls = {
  listMfaDevices: call(['settings', 'socket'], Nothing, v.object({ devices: v.array(MfaDeviceSchema) })),
  /** `seed` is base32 or an otpauth:// URL. It goes to the keychain and is never told again. */
  addMfaSeed: call(
    ['mfa-device', 'socket'],
    v.object({ mfaSerial: MfaSerial, seed: v.pipe(v.string(), v.maxLength(4096)) }),
    MfaDeviceSchema,
  ),
  removeMfaSeed: call(['settings', 'socket'], v.object({ mfaSerial: MfaSerial }), Nothing),
} as const;
