import type { AwsFilesContent } from '../aws-files.ts';
import type { AssumeRoleHop, Chain } from '../hop.ts';
import { failed, ok, type Result } from '../result.ts';
import { chainFailures as broken } from './profile-failures.ts';
import { type AccessKeyIndex, stepOf } from './profile-step.ts';

/**
 * The ordered hops of a profile, as the SDKs follow them: chains of any length,
 * ended by static keys in a source profile, a sign-in, a process or a credential
 * source. A name in the index of access keys has its key in the keychain.
 *
 * Fails with `profile-not-found`, `key-missing`, `chain-missing`, `chain-contradiction` or
 * `chain-cycle`; the failure names the profile in which to correct it.
 */
export function chainOf(profileName: string, content: AwsFilesContent, keychainIndex: AccessKeyIndex): Result<Chain> {
  const roles: AssumeRoleHop[] = [];
  const visited = new Set<string>();
  for (let profile = profileName; ; ) {
    const step = stepOf(profile, content, keychainIndex, visited.size > 0);
    if (!step.ok) {
      const by = roles.at(-1)?.profile;
      if (by !== undefined && step.failure.kind === 'profile-not-found')
        return failed(broken.sourceNotFound(by, profile));
      return step;
    }
    if (step.value.kind === 'source') return ok([step.value.hop, ...roles.reverse()]);
    roles.push(step.value.hop);
    const { from } = step.value;
    if ('kind' in from) return ok([from, ...roles.reverse()]);
    visited.add(profile);
    if (visited.has(from.profile)) {
      const names = [...visited];
      return failed(broken.cycle(profile, [...names.slice(names.indexOf(from.profile)), from.profile]));
    }
    profile = from.profile;
  }
}
