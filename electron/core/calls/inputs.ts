import * as v from 'valibot';

/** Inputs that many calls share. */
export const ProfileName = v.pipe(v.string(), v.minLength(1), v.maxLength(256));
export const MfaCode = v.pipe(v.string(), v.regex(/^\d{6}$/, 'an MFA code is six digits'));
export const Nothing = v.object({});
