import * as v from 'valibot';
import { FailureSchema } from '../failure.ts';
import { call } from './call.ts';
import { Nothing } from './inputs.ts';

const MfaSerial = v.pipe(v.string(), v.minLength(1), v.maxLength(256));

/** An MFA device that a profile names, or whose seed is kept here. */
const MfaDeviceSchema = v.object({
  mfaSerial: v.string(),
  /** The profiles whose codes come from it. */
  profiles: v.array(v.string()),
  /** When its seed was put into the keychain; absent when a person types the codes. */
  seedAddedAt: v.optional(v.number()),
  /** The IAM user it belongs to, and since when: said by AWS, where it was asked. */
  userName: v.optional(v.string()),
  enabledAt: v.optional(v.number()),
});
export type MfaDeviceRow = v.InferOutput<typeof MfaDeviceSchema>;

export const mfaDeviceCalls = {
  /** `askAws` asks IAM for the devices of every user whose key is kept here; nobody is asked for a code. */
  listMfaDevices: call(
    ['settings', 'socket'],
    v.object({ askAws: v.optional(v.boolean()) }),
    v.object({ devices: v.array(MfaDeviceSchema), problems: v.array(FailureSchema) }),
  ),
  /** `seed` is base32 or an otpauth:// URL. It goes to the keychain and is never told again. */
  addMfaSeed: call(
    ['mfa-device', 'socket'],
    v.object({ mfaSerial: MfaSerial, seed: v.pipe(v.string(), v.maxLength(4096)) }),
    MfaDeviceSchema,
  ),
  removeMfaSeed: call(['settings', 'socket'], v.object({ mfaSerial: MfaSerial }), Nothing),
} as const;
