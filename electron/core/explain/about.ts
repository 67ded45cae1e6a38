import { parseArn } from '../arn.ts';
import type { AwsFilesContent } from '../aws-files.ts';
import type { Failure } from '../failure.ts';
import type { AssumeRoleHop, Chain } from '../hop.ts';
import type { Partitions } from '../ports.ts';
import type { AccessKeyIndex } from '../profiles/profile-step.ts';

/** A failure, and everything the files say about the profile it happened in. */
export interface About {
  readonly failure: Failure;
  readonly profile: string;
  readonly chain: Chain | undefined;
  /** The hop whose role AWS refused, or the profile's own role. */
  readonly hop: AssumeRoleHop | undefined;
  /** Who asked for that role: the user whose key began the chain, or the role before. As ARN, where it is known. */
  readonly callerArn: string | undefined;
  /** A role before this one: its session carries no MFA, and limits this one to an hour. */
  readonly previous: AssumeRoleHop | undefined;
  /** The user whose key began the chain. */
  readonly userArn: string | undefined;
  /** The MFA device of the chain, and the profile that names it. */
  readonly mfa: { readonly serial: string; readonly profile: string } | undefined;
  /** The one device that other profiles name for this user's account. */
  readonly knownSerial: string | undefined;
  readonly partitions: Partitions;
  readonly platform: string;
}

/** What `about` is made from. */
export interface Known {
  readonly content: AwsFilesContent;
  readonly accessKeys: AccessKeyIndex;
  readonly partitions: Partitions;
  readonly platform: string;
}

export function about(failure: Failure, profile: string, chain: Chain | undefined, known: Known): About {
  const [source, ...roles] = chain ?? [];
  const refusedAt = roles.findLastIndex((role) => role.roleArn === failure.roleArn);
  const at = refusedAt < 0 ? roles.length - 1 : refusedAt;
  const previous = roles[at - 1];
  const userArn = source && userArnOf(source.profile, known.accessKeys);
  const naming = [source, ...roles].find((hop) => hop && 'mfaSerial' in hop && hop.mfaSerial !== undefined);
  const serial = naming && 'mfaSerial' in naming ? naming.mfaSerial : undefined;
  return {
    failure,
    profile,
    chain,
    hop: roles[at],
    callerArn: previous?.roleArn ?? userArn,
    previous,
    userArn,
    mfa: naming && serial !== undefined ? { serial, profile: naming.profile } : undefined,
    knownSerial: knownSerial(known.content, userArn ?? roles[0]?.roleArn),
    partitions: known.partitions,
    platform: known.platform,
  };
}

function userArnOf(profile: string, accessKeys: AccessKeyIndex): string | undefined {
  return Object.hasOwn(accessKeys, profile) ? accessKeys[profile]?.userArn : undefined;
}

/** Where the profiles of one account name two devices, choosing would be guessing. */
function knownSerial(content: AwsFilesContent, ofArn: string | undefined): string | undefined {
  const accountId = parseArn(ofArn ?? '')?.accountId;
  const serials = new Set<string>();
  for (const values of content.profiles.values()) {
    const serial = values.mfa_serial;
    if (typeof serial === 'string' && parseArn(serial)?.accountId === accountId) serials.add(serial);
  }
  const [only] = serials;
  return serials.size === 1 ? only : undefined;
}
