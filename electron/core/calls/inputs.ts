import * as v from 'valibot';

/** Inputs that many calls share. */
export const ProfileName = v.pipe(v.string(), v.minLength(1), v.maxLength(256));
export const MfaCode = v.pipe(v.string(), v.regex(/^\d{6}$/, 'an MFA code is six digits'));
export const Nothing = v.object({});

export const DurationSeconds = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(900, 'AWS takes 15 minutes or more'),
  v.maxValue(43_200, 'AWS takes 12 hours or less'),
);
