import * as v from 'valibot';
import { DiagnosisSchema } from '../doctor/check.ts';
import { call } from './call.ts';
import { MfaCode, ProfileName } from './inputs.ts';

export const doctorCalls = {
  /**
   * Goes a profile's way step by step. With `tryNow` it asks AWS for the role,
   * with the MFA window if a code is needed; without, it goes by what happened last.
   */
  diagnose: call(
    ['popover', 'settings', 'socket'],
    v.object({ profile: ProfileName, tryNow: v.boolean(), mfaCode: v.optional(MfaCode) }),
    DiagnosisSchema,
  ),
} as const;
