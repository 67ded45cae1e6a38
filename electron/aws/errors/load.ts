import type { ErrorRow, Words } from './aws-error.ts';

/** AWS has too much to do, or trouble of its own. */
export const loadErrors: readonly ErrorRow[] = [
  {
    code: /^(Throttling|ThrottledException|TooManyRequests|RequestLimitExceeded|SlowDown)/,
    kind: 'throttled',
    say: throttled,
  },
];

/** What only the HTTP status decides, when no code did. */
export function rowOfStatus(status: number): ErrorRow | undefined {
  if (status === 429) return { code: /^/, kind: 'throttled', say: throttled };
  if (status < 500) return undefined;
  return {
    code: /^/,
    kind: 'aws-error',
    say: (error) => [
      `AWS had an internal error (${error.status} ${error.code}), and trying again did not help.`,
      'Try again in a minute; if it stays, look at the AWS Health Dashboard.',
    ],
  };
}

function throttled(): Words {
  return ['AWS is limiting requests for this account, and waiting a little did not help.', 'Try again in a minute.'];
}
