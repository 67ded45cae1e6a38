import type { ErrorRow } from './aws-error.ts';

/** AWS answers `AccessDenied` for every trouble with a code; only the text tells them apart. */
export const mfaErrors: readonly ErrorRow[] = [
  {
    code: /^AccessDenied$/,
    text: /invalid MFA one time pass code/i,
    kind: 'mfa-wrong-code',
    say: () => [
      'AWS did not accept the MFA code: it is wrong or was used before.',
      'Wait for the next code and type that.',
    ],
  },
  {
    code: /^AccessDenied$/,
    text: /unable to validate MFA code/i,
    kind: 'mfa-device',
    say: () => [
      'AWS could not check the MFA code: the device’s serial is wrong, or the device’s clock is off.',
      'Compare mfa_serial with the device’s ARN in IAM, and set the clock of the phone or token; resynchronise it in IAM if need be.',
    ],
  },
  {
    code: /^AccessDenied$/,
    text: /must provide both MFA serial number and one time pass code/i,
    kind: 'mfa-code-required',
    say: () => [
      'AWS wants an MFA code for this, and none was sent.',
      'Set mfa_serial in the profile, then try again with a code.',
    ],
  },
];
