/**
 * One step on the way from something the person has (a key, a sign-in) to a
 * role's credentials. A chain starts with one source hop and goes on with zero
 * or more `assume-role` hops. Field names are AWS's, in lower camel case.
 */
export type SourceHop =
  | AccessKeyHop
  | {
      readonly kind: 'credential-source';
      readonly profile: string;
      readonly credentialSource: 'Environment' | 'Ec2InstanceMetadata' | 'EcsContainer';
    }
  | {
      readonly kind: 'web-identity';
      readonly profile: string;
      readonly roleArn: string;
      readonly webIdentityTokenFile: string;
      readonly roleSessionName?: string;
      readonly durationSeconds?: number;
      readonly region?: string;
    }
  | {
      readonly kind: 'identity-center';
      readonly profile: string;
      readonly ssoSession?: string;
      readonly ssoStartUrl: string;
      readonly ssoRegion: string;
      readonly ssoAccountId: string;
      readonly ssoRoleName: string;
      readonly ssoRegistrationScopes?: string;
      /** The profile's own region, not that of the sign-in. */
      readonly region?: string;
    }
  | { readonly kind: 'credential-process'; readonly profile: string; readonly credentialProcess: string }
  | { readonly kind: 'login-session'; readonly profile: string; readonly loginSession: string };

/** An IAM user's access key: in Rolecall's keychain, or still in clear in the user's files. */
export interface AccessKeyHop {
  readonly kind: 'access-key';
  readonly profile: string;
  readonly store: 'keychain' | 'file';
  readonly accessKeyId: string;
  readonly mfaSerial?: string;
  readonly region?: string;
}

export interface AssumeRoleHop {
  readonly kind: 'assume-role';
  readonly profile: string;
  readonly roleArn: string;
  readonly roleSessionName?: string;
  readonly externalId?: string;
  readonly durationSeconds?: number;
  readonly mfaSerial?: string;
  readonly sourceIdentity?: string;
  readonly region?: string;
}

export type Hop = SourceHop | AssumeRoleHop;

/** The ordered hops of a profile: first where the credentials come from, then each role on the way. */
export type Chain = readonly [SourceHop, ...AssumeRoleHop[]];
