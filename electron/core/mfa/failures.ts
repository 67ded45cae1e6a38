import { failure } from '../failure.ts';
import { shellWord } from '../shell-word.ts';

export function codeUsed(profile: string) {
  return failure(
    'mfa-code-used',
    'This code was used already. AWS takes each code once.',
    'Wait for your device to show the next one, and enter that.',
    { profile },
  );
}

export function codeRefused(profile: string) {
  return failure(
    'mfa-wrong-code',
    'AWS refused this code a moment ago, so it was not sent again.',
    'Enter the code that your device shows now.',
    { profile },
  );
}

/** The remedy from the second wrong code on: a next one alone has not helped. */
export const wrongAgain = (mfaSerial: string) =>
  `Type the next code of ${mfaSerial.split('/').at(-1)}, if that is the device in your hand, and see that its clock is right.`;

export function promptCancelled(profile: string) {
  return failure(
    'cancelled',
    `The MFA prompt for "${profile}" was cancelled.`,
    'Switch to the profile again when you have a code.',
    { profile },
  );
}

/** The codes that a device's seed or command gives, again and again the same one. */
export function noNewCode(profile: string) {
  return failure(
    'mfa-process',
    `The command of "${profile}" that gives MFA codes gave one again that was used already.`,
    'Enter a code yourself, and look at what mfa_process prints.',
    { profile },
  );
}

/** For a renewal in the background, which asks nobody. */
export function codeNeeded(profile: string) {
  return failure(
    'mfa-code-required',
    `A new session of "${profile}" needs an MFA code.`,
    `Renew it: rolecall renew ${shellWord(profile)}`,
    { profile },
  );
}
