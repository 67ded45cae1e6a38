import type { AccessKeyHop, AssumeRoleHop, Chain } from '../hop.ts';

export const mfaSerial = 'arn:aws:iam::012345678901:mfa/ada';

export const adaKey: AccessKeyHop = {
  kind: 'access-key',
  profile: 'ada',
  store: 'keychain',
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
};

/** A role of Ada's, by profile name. */
export function role(profile: string, more: Partial<AssumeRoleHop> = {}): AssumeRoleHop {
  return { kind: 'assume-role', profile, roleArn: `arn:aws:iam::012345678901:role/${profile}`, ...more };
}

export const chainOfRole = (profile: string, more: Partial<AssumeRoleHop> = {}): Chain => [adaKey, role(profile, more)];
export const chainWithMfa = (profile: string, more: Partial<AssumeRoleHop> = {}): Chain =>
  chainOfRole(profile, { mfaSerial, ...more });
