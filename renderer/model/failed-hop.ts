import type { HopFacts } from '../../electron/core/contract.ts';
import type { Failure, FailureKind } from '../../electron/core/failure.ts';

/** What can only be wrong where a chain begins. */
const ofTheStart: ReadonlySet<FailureKind> = new Set<FailureKind>([
  'key-missing',
  'key-invalid',
  'secret-wrong',
  'keychain-locked',
  'keychain-missing',
  'keychain-failed',
  'sign-in-needed',
  'sign-in-expired',
  'sign-in-refused',
  'mfa-device',
  'mfa-seed',
]);

/** The place of the hop that a failure is about; `undefined` when it is about none, such as a network that is down. */
export function failedHop(hops: readonly HopFacts[], failure: Failure | undefined): number | undefined {
  if (!failure) return undefined;
  const at = hops.findIndex(({ roleArn }) => roleArn !== undefined && roleArn === failure.roleArn);
  if (at >= 0) return at;
  if (ofTheStart.has(failure.kind)) return 0;
  const isAboutRole = failure.kind === 'not-authorized' || failure.kind === 'parameter-invalid';
  if (!isAboutRole) return undefined;
  const named = hops.findLastIndex(({ profile }) => profile === failure.profile);
  return named >= 0 ? named : undefined;
}
