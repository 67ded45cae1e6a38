import type { IdentityCenterSeed } from '../identity-center/model.ts';
import type { PolicyDocument } from '../policy/document.ts';

/** What a sandbox starts with. Plain data, so that a test can spread the default one and change a part. */
export interface Seed {
  readonly accounts: readonly SeedAccount[];
  /** How long a change in IAM takes to reach every service, in the sandbox's time; 3 s unless given. */
  readonly propagationDelayMs?: number;
  /** `defaultIdentityCenter` unless given. */
  readonly identityCenter?: IdentityCenterSeed;
}

interface SeedAccount {
  /** Twelve digits; a leading zero is part of it. */
  readonly id: string;
  readonly name: string;
  /** `aws` unless given. */
  readonly partition?: string;
  /** Regions where the account has switched STS off. */
  readonly disabledRegions?: readonly string[];
  readonly users: readonly SeedUser[];
  readonly roles: readonly SeedRole[];
}

export interface SeedUser {
  readonly name: string;
  /** The account's root user: no policies apply, and its sessions are an hour at most. */
  readonly isRoot?: boolean;
  readonly accessKeys: readonly { readonly id: string; readonly secret: string }[];
  /** Base32 secret of a virtual MFA device; without one the user has no device. */
  readonly totpSeed?: string;
  readonly policies: readonly PolicyDocument[];
}

export interface SeedRole {
  readonly name: string;
  /** `/` unless given, else for example `/finance/`. */
  readonly path?: string;
  readonly trust: PolicyDocument;
  readonly policies?: readonly PolicyDocument[];
  /** 3600 unless given. */
  readonly maxSessionDurationSeconds?: number;
}
