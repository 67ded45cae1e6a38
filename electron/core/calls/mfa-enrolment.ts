import * as v from 'valibot';
import { FailureSchema } from '../failure.ts';
import { call } from './call.ts';
import { MfaCode, Nothing, ProfileName } from './inputs.ts';

/** A new virtual MFA device that AWS knows and has not enabled yet. */
const EnrolmentSchema = v.object({
  id: v.string(),
  /** The profile whose key it was made with: `mfa_serial` belongs there. */
  profile: v.string(),
  userName: v.string(),
  mfaSerial: v.string(),
  /** The seed as a QR code: rows of `1` (dark) and `0`. A secret. */
  qr: v.array(v.string()),
  /** The user's devices that are enabled already. */
  others: v.array(v.string()),
});
export type Enrolment = v.InferOutput<typeof EnrolmentSchema>;

const EnrolledSchema = v.object({
  profile: v.string(),
  mfaSerial: v.string(),
  seedKept: v.boolean(),
  /** The device is enabled, and its seed could not be kept. */
  problem: v.optional(FailureSchema),
});
export type Enrolled = v.InferOutput<typeof EnrolledSchema>;

const Id = v.object({ id: v.string() });

/** Setting up an authenticator app. The secret goes to the window made for it, and to a person's terminal. */
export const mfaEnrolmentCalls = {
  /** Makes the device in AWS. One that another call left unfinished is removed first. */
  startMfaEnrolment: call(
    ['mfa-device', 'socket'],
    v.object({
      profile: ProfileName,
      /** AWS's name of the device; the user's name without one. */
      name: v.optional(v.pipe(v.string(), v.regex(/^[\w+=,.@-]{1,128}$/, 'letters, digits and +=,.@_-'))),
    }),
    EnrolmentSchema,
  ),
  /** The seed in letters, for an app that cannot read the picture. */
  mfaEnrolmentSecret: call(['mfa-device', 'socket'], Id, v.object({ seed: v.string(), url: v.string() })),
  /** Two codes, one after the other. After `mfa-wrong-code` it may be called again. */
  finishMfaEnrolment: call(
    ['mfa-device', 'socket'],
    v.object({ id: v.string(), codes: v.tuple([MfaCode, MfaCode]), keepSeed: v.boolean() }),
    EnrolledSchema,
  ),
  /** Removes the device from AWS again. */
  cancelMfaEnrolment: call(['mfa-device', 'socket'], Id, Nothing),
} as const;
