import { parseArn } from '../arn.ts';
import { fixableKeys } from '../failure.ts';
import type { Explain } from './explanation.ts';
import { fixes } from './fixes.ts';

const HOUR = '3600';

export const explainTooLong: Explain = ({ hop, profile }) => ({
  causes:
    hop?.durationSeconds === undefined
      ? []
      : [`duration_seconds of "${hop.profile}" is ${hop.durationSeconds}, and the role's maximum is less.`],
  fixes: [fixes.setKey(hop?.profile ?? profile, 'duration_seconds', HOUR, 'Use 1 hour…')],
});

export const explainChaining: Explain = ({ hop, previous, profile }) => ({
  causes: [
    previous
      ? `"${hop?.profile ?? profile}" is assumed from the role of "${previous.profile}".`
      : `"${hop?.profile ?? profile}" is assumed from a session that an MFA code opened.`,
  ],
  fixes: [fixes.setKey(hop?.profile ?? profile, 'duration_seconds', HOUR, 'Use 1 hour…')],
});

export const explainRegion: Explain = ({ hop, chain, profile, partitions, callerArn }) => {
  const region = hop?.region ?? (chain?.[0] && 'region' in chain[0] ? chain[0].region : undefined);
  const partition = partitions.byId(parseArn(hop?.roleArn ?? callerArn ?? '')?.partition ?? '');
  const where = hop?.profile ?? profile;
  return {
    causes: [
      region === undefined
        ? `"${where}" names no region, so the environment's was taken.`
        : `"${where}" names ${region}, which the account has not switched on.`,
    ],
    fixes: partition
      ? [fixes.setKey(where, 'region', partition.defaultRegion, `Use ${partition.defaultRegion}…`)]
      : [fixes.fillIn(where, 'region', 'REGION')],
  };
};

export const explainSessionPolicy: Explain = ({ hop, profile }) => ({
  causes: [`What "${hop?.profile ?? profile}" sends along: its session policy, policy ARNs and session tags.`],
  fixes: [fixes.diagnose(profile)],
});

/** The message names the field; its right value is the person's to know. */
export const explainParameter: Explain = ({ failure, profile }) => {
  const where = failure.profile ?? profile;
  const key = fixableKeys.find((one) => failure.message.includes(one));
  if (key === undefined) return { fixes: [fixes.checkFiles()] };
  if (key === 'duration_seconds') return { fixes: [fixes.setKey(where, key, HOUR, 'Use 1 hour…')] };
  return { fixes: [fixes.fillIn(where, key, 'VALUE'), fixes.unsetKey(where, key)] };
};
