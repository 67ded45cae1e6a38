import { parseArn, parseRoleArn } from '../arn.ts';
import type { Fix } from '../failure.ts';
import type { About } from './about.ts';
import type { Explain } from './explanation.ts';
import { fixes } from './fixes.ts';

/**
 * AWS says no to AssumeRole with one sentence, whatever the reason. What can be
 * seen from here is what this profile sends; what it lacks is likelier than what
 * it has.
 */
const likely: readonly ((about: About) => string | undefined)[] = [
  otherPartition,
  lostMfa,
  noMfa,
  noExternalId,
  notTrusted,
  notAllowed,
  wrongExternalId,
  noSourceIdentity,
  sessionName,
  noSuchRole,
];

export const explainRefusal: Explain = (about) => {
  const { failure, profile } = about;
  const offered = [...mfaFix(about), fixes.diagnose(profile), fixes.switchAgain(profile)];
  if (failure.action !== undefined && failure.action !== 'AssumeRole') return { fixes: offered };
  return { causes: likely.flatMap((cause) => cause(about) ?? []), fixes: offered };
};

/** Where a device is known that this profile does not name, naming it is worth a try. */
function mfaFix(about: About): Fix[] {
  if (about.mfa || about.previous || !about.knownSerial) return [];
  return [fixes.setKey(about.hop?.profile ?? about.profile, 'mfa_serial', about.knownSerial)];
}

const partitionOf = (arn: string | undefined) => parseArn(arn ?? '')?.partition;
const accountOf = (arn: string | undefined) => parseArn(arn ?? '')?.accountId;

function otherPartition({ hop, callerArn }: About) {
  const [theirs, mine] = [partitionOf(hop?.roleArn), partitionOf(callerArn)];
  if (!theirs || !mine || theirs === mine) return undefined;
  return `The role is in the partition ${theirs}, and you are in ${mine}: a role can be assumed only within its own.`;
}

function lostMfa({ previous, mfa }: About) {
  if (!previous || !mfa) return undefined;
  return `If the trust policy demands MFA, it refuses every role that was assumed from another: the MFA code went to "${previous.profile}" and is not passed on.`;
}

function noMfa({ mfa, hop }: About) {
  if (mfa) return undefined;
  return `The trust policy may demand MFA, and "${hop?.profile}" names no mfa_serial.`;
}

function noExternalId({ hop, callerArn }: About) {
  if (!hop || hop.externalId !== undefined || accountOf(hop.roleArn) === accountOf(callerArn)) return undefined;
  return `The role belongs to another account, and "${hop.profile}" sends no external id, which its trust policy may demand.`;
}

function notTrusted({ hop, callerArn }: About) {
  const role = parseRoleArn(hop?.roleArn ?? '');
  return `The trust policy of ${role?.roleName ?? 'the role'} may not name ${callerArn ?? 'you'}.`;
}

function notAllowed({ hop, callerArn, previous }: About) {
  const whose = previous ? `the role of "${previous.profile}"` : 'your user';
  const elsewhere = accountOf(hop?.roleArn) !== accountOf(callerArn);
  return `The policies of ${whose} may not allow sts:AssumeRole on it${elsewhere ? ', which another account demands as well' : ''}.`;
}

function wrongExternalId({ hop }: About) {
  return hop?.externalId === undefined ? undefined : 'The external id may not be the one in the trust policy.';
}

function noSourceIdentity({ hop }: About) {
  return hop?.sourceIdentity === undefined
    ? 'The trust policy may demand a source identity; none was sent.'
    : undefined;
}

function sessionName({ hop }: About) {
  return hop?.roleSessionName === undefined
    ? 'The trust policy may demand a certain session name; without role_session_name it is your name on this computer.'
    : undefined;
}

function noSuchRole() {
  return 'The role may not exist any more, or its name or path may be another: AWS refuses that with the same words.';
}
