import type { ErrorRow } from './aws-error.ts';

/** The credentials that signed: ended, unknown to AWS, or with another secret. */
export const keyErrors: readonly ErrorRow[] = [
  {
    code: /^(ExpiredToken|ExpiredTradeInToken)$/,
    kind: 'source-expired',
    say: () => [
      'The session that this role is assumed from has expired.',
      'Switch again: Rolecall starts a new session.',
    ],
  },
  {
    code: /^(InvalidClientTokenId|UnrecognizedClient|InvalidAccessKeyId|AuthFailure)$/,
    kind: 'key-invalid',
    say: () => [
      'AWS does not know this access key: it was deleted, made inactive, or belongs to another partition.',
      'Check the key and its status in IAM, and the profile’s region; then add the key again.',
    ],
  },
];

/** After the clock's rows: an old signature has the same code as one with the wrong secret. */
export const secretErrors: readonly ErrorRow[] = [
  {
    code: /^(SignatureDoesNotMatch|IncompleteSignature)$/,
    kind: 'secret-wrong',
    say: () => [
      'The secret access key does not belong to this access key id.',
      'Add the access key again, with its own secret.',
    ],
  },
];
