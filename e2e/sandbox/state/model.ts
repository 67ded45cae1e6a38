import type { PolicyDocument } from '../policy/document.ts';

export interface Account {
  readonly id: string;
  readonly name: string;
  readonly partition: string;
  readonly disabledRegions: readonly string[];
}

export interface User {
  readonly account: Account;
  readonly name: string;
  readonly arn: string;
  /** `AIDA…`; the account id for the root user. */
  readonly id: string;
  readonly isRoot: boolean;
  readonly policies: readonly PolicyDocument[];
}

/** A long-term key. */
export interface AccessKey {
  readonly id: string;
  readonly secret: string;
  readonly user: User;
  /** As IAM shows it. */
  status: 'Active' | 'Inactive';
  /** Until `from` (epoch ms) every service still goes by the status before. */
  effective: { readonly before: 'Active' | 'Inactive'; readonly from: number };
  readonly createdAt: number;
  lastUsed?: { readonly at: number; readonly region: string; readonly service: string };
}

export interface MfaDevice {
  readonly serialNumber: string;
  readonly account: Account;
  /** Base32. */
  readonly totpSeed: string;
  /** Undefined while the device is made but not enabled. */
  user?: User;
  enabledAt?: number;
  /** When the services other than IAM know that it is enabled, epoch ms. */
  validFrom?: number;
  /** The newest 30-second step whose code was accepted; it and all before it are spent. */
  lastUsedStep: number;
}

export interface Role {
  readonly account: Account;
  readonly name: string;
  readonly path: string;
  readonly arn: string;
  /** `AROA…`. */
  readonly id: string;
  readonly trust: PolicyDocument;
  readonly policies: readonly PolicyDocument[];
  readonly maxSessionDurationSeconds: number;
}

/** Temporary credentials and what AWS remembers of how they came about. */
export interface Session {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly account: Account;
  readonly issuedAt: number;
  readonly expiresAt: number;
  readonly identity: SessionIdentity;
  /** Session policies: what they do not allow as well is denied. Empty means none was given. */
  readonly sessionPolicies: readonly PolicyDocument[];
  readonly tags: ReadonlyMap<string, string>;
  readonly transitiveTagKeys: readonly string[];
  readonly sourceIdentity?: string | undefined;
}

type SessionIdentity =
  | { readonly kind: 'user'; readonly user: User; readonly mfaAt?: number | undefined }
  | { readonly kind: 'role'; readonly role: Role; readonly sessionName: string; readonly isChained: boolean }
  | { readonly kind: 'federated'; readonly user: User; readonly name: string };

/** Who signed a request: a user with a long-term key, or a session. */
export type Caller =
  | { readonly kind: 'key'; readonly account: Account; readonly user: User; readonly key: AccessKey }
  | { readonly kind: 'session'; readonly account: Account; readonly session: Session };
