/** What core needs from AWS: see `ports.ts`. */

import type { AccessKey, SigningKeys, TemporaryCredentials } from './credentials.ts';
import type { SessionTag } from './hop.ts';
import type { IamAccessKey, IamKeyUse, IamMfaDevice, NewVirtualMfaDevice } from './iam.ts';
import type { Signal } from './ports.ts';
import type { Result } from './result.ts';

export interface AwsContext {
  /** Regional endpoint to use; without one the environment's region, else the role's partition's own. */
  readonly region?: string | undefined;
  /** The profile's own; variables of the environment win over it. */
  readonly endpointUrl?: string | undefined;
  readonly useFipsEndpoint?: boolean | undefined;
  readonly useDualstackEndpoint?: boolean | undefined;
  readonly signal?: Signal | undefined;
  /** The profile whose other settings count for the request; the one in failures unless given. */
  readonly settingsOf?: string | undefined;
  /** Profile named in failures. */
  readonly profile: string;
}

export interface AssumeRoleParameters {
  readonly roleArn: string;
  readonly roleSessionName: string;
  readonly durationSeconds?: number | undefined;
  readonly externalId?: string | undefined;
  readonly sourceIdentity?: string | undefined;
  readonly tags?: readonly SessionTag[] | undefined;
  readonly transitiveTagKeys?: readonly string[] | undefined;
  /** The session policy as JSON. */
  readonly policy?: string | undefined;
  readonly policyArns?: readonly string[] | undefined;
  readonly mfaSerial?: string | undefined;
  readonly mfaCode?: string | undefined;
}

/** The four STS actions Rolecall uses. Errors of AWS arrive as failures with a remedy. */
export interface Sts {
  assumeRole(input: AssumeRoleParameters, by: SigningKeys, context: AwsContext): Promise<Result<TemporaryCredentials>>;
  getSessionToken(
    input: { durationSeconds?: number | undefined; mfaSerial?: string | undefined; mfaCode?: string | undefined },
    by: AccessKey,
    context: AwsContext,
  ): Promise<Result<TemporaryCredentials>>;
  getCallerIdentity(by: SigningKeys, context: AwsContext): Promise<Result<{ arn: string; accountId: string }>>;
  getFederationToken(
    input: { name: string; policy: string; durationSeconds?: number | undefined },
    by: AccessKey,
    context: AwsContext,
  ): Promise<Result<TemporaryCredentials>>;
}

/**
 * IAM's actions on the user who signs: with a long-term key, or with a session
 * that was opened with MFA. Errors of AWS arrive as failures with a remedy.
 */
export interface Iam {
  listAccessKeys(by: SigningKeys, context: AwsContext): Promise<Result<readonly IamAccessKey[]>>;
  /** Never repeated by itself: after `network` or `timeout` a key may exist whose secret nobody knows. */
  createAccessKey(by: SigningKeys, context: AwsContext): Promise<Result<AccessKey>>;
  updateAccessKey(
    input: { accessKeyId: string; status: 'active' | 'inactive' },
    by: SigningKeys,
    context: AwsContext,
  ): Promise<Result<void>>;
  deleteAccessKey(accessKeyId: string, by: SigningKeys, context: AwsContext): Promise<Result<void>>;
  getAccessKeyLastUsed(accessKeyId: string, by: SigningKeys, context: AwsContext): Promise<Result<IamKeyUse>>;
  listMfaDevices(by: SigningKeys, context: AwsContext): Promise<Result<readonly IamMfaDevice[]>>;
  /** `name` of `[\w+=,.@-]+`, unique in the account. Never repeated by itself. */
  createVirtualMfaDevice(name: string, by: SigningKeys, context: AwsContext): Promise<Result<NewVirtualMfaDevice>>;
  /** Two codes of the device, one after the other; both are spent. */
  enableMfaDevice(
    input: { userName: string; serialNumber: string; codes: readonly [string, string] },
    by: SigningKeys,
    context: AwsContext,
  ): Promise<Result<void>>;
  /** Only a device that is not enabled. */
  deleteVirtualMfaDevice(serialNumber: string, by: SigningKeys, context: AwsContext): Promise<Result<void>>;
}

export interface ConsoleDestination {
  /** Decides partition and host; falls back to the partition's default region. */
  readonly region?: string | undefined;
  /** A console's path name, for example `ec2`; the console's home without one. */
  readonly service?: string | undefined;
  /** A page instead of a service: path, query and fragment on the console's host, from a slash on. */
  readonly page?: string | undefined;
}

/** AWS's sign-in federation endpoint. The link is a secret for its 15 minutes. */
export interface SignIn {
  consoleLink(
    credentials: TemporaryCredentials,
    /** `partition` from the role's or user's ARN. `sessionDurationSeconds` only for a role assumed with long-term keys. */
    options: ConsoleDestination & { partition: string; sessionDurationSeconds?: number | undefined; profile: string },
    signal?: Signal,
  ): Promise<Result<string>>;
}
