import { parseArn } from '../arn.ts';
import type { About } from '../explain/about.ts';
import { fixes } from '../explain/fixes.ts';
import type { Failure } from '../failure.ts';
import type { AssumeRoleHop } from '../hop.ts';
import type { IamMfaDevice } from '../iam.ts';
import type { Result } from '../result.ts';
import { type Check, failing, passed, unknown } from './check.ts';

/** Everything that is known when AWS has refused a role. */
export interface RefusedRole {
  readonly about: About;
  /** The role as the file says it. */
  readonly hop: AssumeRoleHop;
  /** The same as it is sent: names filled in, and the duration that is asked for. */
  readonly sent: AssumeRoleHop;
  readonly failure: Failure;
  /** Who asked, by AWS's own word; the files' word without one. */
  readonly callerArn: string | undefined;
  /** The user's devices, where IAM told them. */
  readonly devices: Result<readonly IamMfaDevice[]> | undefined;
}

type RoleCheck = (role: RefusedRole) => Check;

/** What a trust policy can look at, one by one. */
export const roleChecks: readonly RoleCheck[] = [
  checkMfa,
  checkExternalId,
  checkSessionName,
  checkSourceIdentity,
  checkTags,
  checkPartition,
  checkRegion,
  checkDuration,
];

function checkMfa({ about: { mfa, previous, knownSerial }, hop, devices, failure }: RefusedRole): Check {
  const title = 'MFA';
  if (mfa && previous)
    return unknown(
      'mfa',
      title,
      `The code of ${mfa.serial} opened the session of "${previous.profile}" and is not passed on to the next role: if this trust policy demands MFA, no chain can meet it.`,
    );
  const mine = devices?.ok ? devices.value.map(({ serialNumber }) => serialNumber) : undefined;
  if (mfa && mine && !mine.includes(mfa.serial)) {
    const [only] = mine;
    return failing(
      'mfa',
      title,
      mine.length === 0
        ? `${mfa.serial} is named, and the user has no MFA device.`
        : `${mfa.serial} is not a device of this user; IAM knows ${mine.join(', ')}.`,
      mine.length === 1 && only ? [fixes.setKey(mfa.profile, 'mfa_serial', only)] : [],
    );
  }
  if (mfa && failure.kind.startsWith('mfa-')) return failing('mfa', title, failure.message, failure.fixes);
  if (mfa) return passed('mfa', title, `The request carries MFA, by ${mfa.serial}.`);
  const candidate = mine?.length === 1 ? mine[0] : knownSerial;
  const offer = candidate === undefined || previous ? [] : [fixes.setKey(hop.profile, 'mfa_serial', candidate)];
  if (failure.kind === 'mfa-code-required')
    return failing('mfa', title, `AWS demands a code, and "${hop.profile}" names no mfa_serial.`, offer);
  return unknown(
    'mfa',
    title,
    'The request carries none. Whether the trust policy demands it, only the owner of the role can tell.',
    offer,
  );
}

function checkExternalId({ hop, callerArn }: RefusedRole): Check {
  const title = 'External id';
  if (hop.externalId !== undefined)
    return unknown(
      'external-id',
      title,
      `The request carries "${hop.externalId}". Whether it is the one that the trust policy names, only the owner of the role can tell.`,
    );
  if (callerArn !== undefined && parseArn(callerArn)?.accountId === parseArn(hop.roleArn)?.accountId)
    return passed('external-id', title, 'None is sent, and within one account none is usual.');
  return unknown(
    'external-id',
    title,
    'The request carries none. Roles for other companies usually demand one; ask the owner of the role.',
    [fixes.fillIn(hop.profile, 'external_id', 'ID')],
  );
}

function checkSessionName({ sent }: RefusedRole): Check {
  return passed(
    'session-name',
    'Session name',
    `It is "${sent.roleSessionName}". Some trust policies demand a certain one.`,
  );
}

function checkSourceIdentity({ hop, sent, failure }: RefusedRole): Check {
  const title = 'Source identity';
  if (/source identity/i.test(failure.message))
    return failing('source-identity', title, failure.message, [fixes.unsetKey(hop.profile, 'source_identity')]);
  return sent.sourceIdentity === undefined
    ? unknown('source-identity', title, 'The request sets none. Few trust policies demand one.')
    : passed('source-identity', title, `The request sets "${sent.sourceIdentity}".`);
}

function checkTags({ sent: { tags = [] }, failure }: RefusedRole): Check {
  const title = 'Session tags';
  if (/session tags/i.test(failure.message)) return failing('tags', title, failure.message);
  if (tags.length === 0) return passed('tags', title, 'None are sent.');
  const keys = tags.map(({ key }) => key).join(', ');
  return unknown('tags', title, `${keys} are sent: the trust policy must allow sts:TagSession as well.`);
}

function checkPartition({ hop, callerArn }: RefusedRole): Check {
  const title = 'Partition';
  const role = parseArn(hop.roleArn);
  const caller = parseArn(callerArn ?? '');
  if (!role?.resource.startsWith('role/'))
    return failing('partition', title, `role_arn of "${hop.profile}" is not the ARN of a role.`);
  if (!caller) return unknown('partition', title, `The role is in ${role.partition}; who asks is not known.`);
  return role.partition === caller.partition
    ? passed('partition', title, `You and the role are both in ${role.partition}.`)
    : failing('partition', title, `The role is in ${role.partition} and you are in ${caller.partition}.`);
}

function checkRegion({ hop, about, failure }: RefusedRole): Check {
  const title = 'Region';
  const own = about.partitions.byId(parseArn(hop.roleArn)?.partition ?? '');
  const use = own ? [fixes.setKey(hop.profile, 'region', own.defaultRegion, `Use ${own.defaultRegion}…`)] : [];
  if (failure.kind === 'region-disabled') return failing('region', title, failure.message, use);
  if (hop.region === undefined)
    return passed('region', title, "The profile names none; the environment's or the default is used.");
  const theirs = about.partitions.ofRegion(hop.region);
  if (!theirs) return failing('region', title, `${hop.region} is not the name of a region.`, use);
  if (own && theirs.id !== own.id)
    return failing('region', title, `${hop.region} is in ${theirs.id}, and the role in ${own.id}.`, use);
  return passed('region', title, `${hop.region} is in ${theirs.id}.`);
}

function checkDuration({ hop, sent, failure }: RefusedRole): Check {
  const title = 'Duration';
  const use = [fixes.setKey(hop.profile, 'duration_seconds', '3600', 'Use 1 hour…')];
  if (failure.kind === 'duration-too-long' || failure.kind === 'chaining-limit')
    return failing('duration', title, failure.message, use);
  return passed('duration', title, `${sent.durationSeconds ?? 3600} seconds are asked for.`);
}

const MINUTE_MS = 60_000;

/** Skew that a person should know of; AWS refuses from five minutes on. */
export function checkClock(
  { aheadMs, isMeasured }: { readonly aheadMs: number; readonly isMeasured: boolean },
  platform: string,
): Check {
  const title = 'Clock';
  if (!isMeasured) return unknown('clock', title, 'AWS has not answered yet, so nothing was measured.');
  const seconds = Math.round(Math.abs(aheadMs) / 1000);
  if (Math.abs(aheadMs) < MINUTE_MS)
    return passed('clock', title, `This computer's clock is within ${Math.max(1, seconds)} s of AWS's.`);
  const way = aheadMs > 0 ? 'behind' : 'ahead of';
  const far = seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} minutes`;
  return failing('clock', title, `This computer's clock is ${far} ${way} AWS's. Set it.`, [fixes.setClock(platform)]);
}
