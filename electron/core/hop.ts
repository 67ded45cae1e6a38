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

/** Where a hop's request goes, as its own profile says; what is missing is the environment's or AWS's. */
export interface HopEndpoint {
  readonly region?: string;
  /** `endpoint_url` of the profile, or of its `services` section for STS. */
  readonly endpointUrl?: string;
  readonly useFipsEndpoint?: boolean;
  readonly useDualstackEndpoint?: boolean;
}

/** An IAM user's access key: in Rolecall's keychain, or still in clear in the user's files. */
export interface AccessKeyHop extends HopEndpoint {
  readonly kind: 'access-key';
  readonly profile: string;
  readonly store: 'keychain' | 'file';
  readonly accessKeyId: string;
  readonly mfaSerial?: string;
}

export interface SessionTag {
  readonly key: string;
  readonly value: string;
}

export interface AssumeRoleHop extends HopEndpoint {
  readonly kind: 'assume-role';
  readonly profile: string;
  readonly roleArn: string;
  /** As it stands in the file: `{user}`, `{host}`, `{profile}` and `{ticket}` in it are filled in when the role is assumed. */
  readonly roleSessionName?: string;
  readonly externalId?: string;
  readonly durationSeconds?: number;
  readonly mfaSerial?: string;
  /** May hold the same placeholders, as may the values of the tags. */
  readonly sourceIdentity?: string;
  readonly tags?: readonly SessionTag[];
  readonly transitiveTagKeys?: readonly string[];
  /** The session policy: a JSON document, or the path of a file that holds one. */
  readonly policy?: string;
  readonly policyArns?: readonly string[];
}

export type Hop = SourceHop | AssumeRoleHop;

/** The ordered hops of a profile: first where the credentials come from, then each role on the way. */
export type Chain = readonly [SourceHop, ...AssumeRoleHop[]];
