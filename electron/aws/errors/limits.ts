import type { ErrorRow } from './aws-error.ts';

/** Durations and regions: what the account or the role does not give. */
export const limitErrors: readonly ErrorRow[] = [
  {
    code: /^ValidationError$/,
    text: /exceeds the MaxSessionDuration/i,
    kind: 'duration-too-long',
    say: (_error, asked) => [
      `The role allows shorter sessions than the ${hours(asked.durationSeconds)} that were asked for.`,
      'Lower duration_seconds in the profile, or raise the role’s maximum session duration in IAM.',
    ],
  },
  {
    code: /^ValidationError$/,
    text: /1 hour session limit for roles assumed by role chaining/i,
    kind: 'chaining-limit',
    say: () => [
      'A role assumed with temporary credentials lasts one hour at most; more was asked for.',
      'Set duration_seconds to 3600 or leave it out.',
    ],
  },
  {
    code: /^RegionDisabled$/,
    kind: 'region-disabled',
    say: (_error, asked) => [
      `STS is not active in ${asked.region ?? 'this region'} for this account.`,
      'Set another region in the profile, or activate STS there in IAM’s account settings.',
    ],
  },
];

function hours(durationSeconds: number | undefined): string {
  if (durationSeconds === undefined) return 'time';
  return durationSeconds % 3600 === 0 ? `${durationSeconds / 3600} h` : `${durationSeconds} s`;
}
