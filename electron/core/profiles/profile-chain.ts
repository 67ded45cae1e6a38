import type { AwsFilesContent } from '../aws-files.ts';
import type { Failure } from '../failure.ts';
import type { AssumeRoleHop, Chain, Hop } from '../hop.ts';
import { failed, ok, type Result } from '../result.ts';
import { chainFailures as broken } from './profile-failures.ts';
import { type AccessKeyIndex, stepOf } from './profile-step.ts';

/** A chain as far as it can be followed. The hops that are known are in order; the ones before them are missing. */
export type Followed =
  | { readonly hops: Chain; readonly failure?: undefined }
  | { readonly hops: readonly Hop[]; readonly failure: Failure };

/**
 * The ordered hops of a profile, as the SDKs follow them: chains of any length,
 * ended by static keys in a source profile, a sign-in, a process or a credential
 * source. A name in the index of access keys has its key in the keychain.
 *
 * Fails with `profile-not-found`, `key-missing`, `chain-missing`, `chain-contradiction` or
 * `chain-cycle`; the failure names the profile in which to correct it.
 */
export function followChain(profileName: string, content: AwsFilesContent, keychainIndex: AccessKeyIndex): Followed {
  const roles: AssumeRoleHop[] = [];
  const visited = new Set<string>();
  for (let profile = profileName; ; ) {
    const step = stepOf(profile, content, keychainIndex, visited.size > 0);
    if (!step.ok) {
      const by = roles.at(-1)?.profile;
      const missing = by !== undefined && step.failure.kind === 'profile-not-found';
      return { hops: roles.reverse(), failure: missing ? broken.sourceNotFound(by, profile) : step.failure };
    }
    if (step.value.kind === 'source') return { hops: [step.value.hop, ...roles.reverse()] };
    roles.push(step.value.hop);
    const { from } = step.value;
    if ('kind' in from) return { hops: [from, ...roles.reverse()] };
    visited.add(profile);
    if (visited.has(from.profile)) {
      const names = [...visited];
      const circle = [...names.slice(names.indexOf(from.profile)), from.profile];
      return { hops: roles.reverse(), failure: broken.cycle(profile, circle) };
    }
    profile = from.profile;
  }
}

/** The whole chain of a profile, or why there is none. */
export function chainOf(profileName: string, content: AwsFilesContent, keychainIndex: AccessKeyIndex): Result<Chain> {
  const { hops, failure } = followChain(profileName, content, keychainIndex);
  return failure ? failed(failure) : ok(hops);
}
