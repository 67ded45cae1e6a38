import { failure } from '../failure.ts';
import { shellWord } from '../shell-word.ts';

export function cancelled(profile: string) {
  return failure('cancelled', `The request for "${profile}" was cancelled.`, 'Ask again when you are ready.', {
    profile,
  });
}

export function signedOutMeanwhile(profile: string) {
  return failure(
    'signed-out',
    `"${profile}" was signed out while its credentials were on the way.`,
    `Switch to "${profile}" to sign in again.`,
    {
      profile,
    },
  );
}

export function overtaken(profile: string, by: string) {
  return failure(
    'cancelled',
    `"${by}" was chosen after "${profile}", so "${by}" is the active one.`,
    `To make it "${profile}": rolecall switch ${shellWord(profile)}`,
    { profile },
  );
}

export function signedOut(profile: string) {
  return failure(
    'signed-out',
    `You signed out of "${profile}" in Rolecall.`,
    `Sign in again: rolecall switch ${shellWord(profile)}`,
    { profile },
  );
}

export function noActiveProfile() {
  return failure(
    'no-active-profile',
    'No role is active in Rolecall.',
    'Choose one in the tray, or: rolecall switch PROFILE',
  );
}
