import type { ErrorRow } from './aws-error.ts';

/** What a request carries to narrow the session: its inline policy, policy ARNs and tags. */
export const sessionPolicyErrors: readonly ErrorRow[] = [
  {
    code: /^PackedPolicyTooLarge$/,
    kind: 'policy-too-large',
    say: (error) => {
      const percent = /\b(\d{3,})\s?%/.exec(error.text)?.[1];
      return [
        `Session policies and tags are larger than AWS takes${percent ? ` (${percent} %)` : ''}.`,
        'Shorten the session policy or use fewer tags.',
      ];
    },
  },
  {
    code: /^MalformedPolicyDocument$/,
    kind: 'policy-malformed',
    say: (error) => [`AWS could not read the session policy: ${error.text}`, 'Correct the session policy.'],
  },
];
