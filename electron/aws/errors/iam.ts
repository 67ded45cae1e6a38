import type { ErrorRow } from './aws-error.ts';

/**
 * What IAM says beside the errors that all services share.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateAccessKey.html
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_EnableMFADevice.html
 */
export const iamErrors: readonly ErrorRow[] = [
  {
    code: /^LimitExceeded$/,
    text: /AccessKeysPerUser/i,
    kind: 'limit-reached',
    say: () => [
      'This user has two access keys already, which is as many as AWS allows.',
      'Delete the one that nothing uses any more in the IAM console, then try again.',
    ],
  },
  {
    code: /^LimitExceeded$/,
    kind: 'limit-reached',
    say: (error) => [`AWS allows no more of these: ${error.text}`, 'Remove one that is not needed any more in IAM.'],
  },
  {
    code: /^EntityAlreadyExists$/,
    kind: 'already-there',
    say: (error) => [`IAM has that already: ${error.text}`, 'Use another name, or the one that is there.'],
  },
  {
    code: /^NoSuchEntity$/,
    kind: 'not-there',
    say: (error) => [`IAM does not know that any more: ${error.text}`, 'Look in the IAM console what is there now.'],
  },
  {
    code: /^EntityTemporarilyUnmodifiable$/,
    kind: 'throttled',
    say: () => ['IAM is still at work on an earlier change of this user.', 'Try again in a minute.'],
  },
  {
    code: /^InvalidAuthenticationCode$/,
    kind: 'mfa-wrong-code',
    say: () => [
      'AWS did not accept the two MFA codes: they must be two different ones, in the order the device showed them.',
      'Wait for the next two codes and type those.',
    ],
  },
  {
    code: /^InvalidClientTokenId$/,
    when: ({ service, signedWithSession }) => service === 'IAM' && signedWithSession,
    kind: 'not-authorized',
    say: () => [
      'IAM does not take a session that was opened without an MFA code.',
      'Set mfa_serial in the profile, then try again with a code.',
    ],
  },
];
