/** An IAM user's long-term access key. Main process only; read from the keychain while it signs one request. */
export interface AccessKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** What a request is signed with: a long-term key, or temporary credentials with their session token. */
export interface SigningKeys extends AccessKey {
  readonly sessionToken?: string;
}

/** Temporary credentials as STS and Identity Center hand them out. Memory only. */
export interface TemporaryCredentials extends AccessKey {
  readonly sessionToken: string;
  /** Epoch milliseconds, by AWS's clock. */
  readonly expiresAt: number;
  /** The ARN these credentials act as (`assumed-role/…`), where the answer named it. */
  readonly arn?: string;
  /** Where the answer named no ARN: what was asked for. */
  readonly accountId?: string | undefined;
  readonly partition?: string | undefined;
  /** Where they came from, for the audit log. */
  readonly issued?: Issued;
}

/** What AWS and we said about credentials when they were issued. No secret. */
export interface Issued {
  /** AWS's id of the request, as CloudTrail has it. */
  readonly requestId?: string | undefined;
  readonly roleArn?: string | undefined;
  /** AWS's id of the role, a colon, and the session name. */
  readonly assumedRoleId?: string | undefined;
  readonly sourceIdentity?: string | undefined;
  /** How much of AWS's room for session policies and tags they take, in percent. */
  readonly packedPolicySize?: number | undefined;
}

/** The four first and last characters: enough to recognise a key id, too little to look it up. */
export function maskAccessKeyId(accessKeyId: string): string {
  return `${accessKeyId.slice(0, 4)}…${accessKeyId.slice(-4)}`;
}
