import { type Failure, failure } from '../failure.ts';
import { shellWord } from '../shell-word.ts';

export function noKey(profile: string) {
  return failure(
    'not-supported',
    `"${profile}" does not start from an access key, so it has no IAM user to set a device up for.`,
    'Name the profile of an IAM user.',
    { profile },
  );
}

export function noUser(profile: string) {
  return failure(
    'not-supported',
    'This access key is of the root user or of no IAM user; Rolecall sets devices up for IAM users only.',
    'Set the root user’s device up in the IAM console.',
    { profile },
  );
}

export function nameTaken(profile: string, name: string): Failure {
  return failure(
    'already-there',
    `IAM has an MFA device called "${name}" in this account already.`,
    `Give the new one another name: rolecall mfa enrol ${shellWord(profile)} --name NAME. If that one was never finished, delete it in IAM.`,
    { profile },
  );
}

export function over() {
  return failure('cancelled', 'This set-up is over.', 'Start again: rolecall mfa enrol PROFILE');
}

export function sameCodes(profile: string) {
  return failure(
    'bad-input',
    'Both codes are the same; AWS wants two that follow each other.',
    'Wait until the device shows the next code, at most 30 seconds.',
    { profile },
  );
}
