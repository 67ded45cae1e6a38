import { parseArn } from '../arn.ts';
import type { Explain } from './explanation.ts';
import { fixes } from './fixes.ts';

const ownerOf = (failureProfile: string | undefined, source: string | undefined, profile: string) =>
  source ?? failureProfile ?? profile;

export const explainUnknownKey: Explain = ({ failure, chain, profile, userArn, partitions }) => {
  const source = chain?.[0];
  const region = source && 'region' in source ? source.region : undefined;
  const asked = region === undefined ? undefined : partitions.ofRegion(region);
  const mine = parseArn(userArn ?? '')?.partition;
  const causes = [
    'The key was deleted or made inactive in IAM, for example by a rotation elsewhere.',
    'It was created seconds ago, and AWS does not know it everywhere yet.',
  ];
  if (asked && mine && asked.id !== mine)
    causes.unshift(`The key belongs to the partition ${mine}, and ${region} is in ${asked.id}.`);
  return { causes, fixes: [fixes.addKey(ownerOf(failure.profile, source?.profile, profile))] };
};

export const explainSecret: Explain = ({ failure, chain, profile }) => ({
  causes: ['The secret was pasted incompletely, or belongs to another key.'],
  fixes: [fixes.addKey(ownerOf(failure.profile, chain?.[0].profile, profile))],
});

export const explainMissingKey: Explain = ({ failure, profile }) => ({
  fixes: [fixes.addKey(failure.profile ?? profile)],
});

export const explainExpired: Explain = ({ profile }) => ({
  causes: [
    'The session was ended in AWS before its time.',
    "This computer's clock is behind, so that the session looked valid here.",
  ],
  fixes: [fixes.switchAgain(profile)],
});

/** Reading again makes the keychain ask. */
export const explainLocked: Explain = ({ profile }) => ({ fixes: [fixes.switchAgain(profile, 'Unlock')] });

/** Switching signs in first, in the browser. */
export const explainSignIn: Explain = ({ chain, profile }) => {
  const source = chain?.[0];
  const session = source?.kind === 'identity-center' ? source.ssoSession : undefined;
  return { fixes: [{ ...fixes.switchAgain(profile, 'Sign in'), command: fixes.signInCommand(session) }] };
};
