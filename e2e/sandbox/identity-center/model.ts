import type { PolicyDocument } from '../policy/document.ts';

/** One instance of Identity Center: who signs in, where, and what is assigned to them. */
export interface IdentityCenterSeed {
  /** The access portal's address; an sso-session in a config file names the same. */
  readonly startUrl: string;
  readonly region: string;
  /** Who signs in on the pages, and the name of the sessions that come of it. */
  readonly userName: string;
  readonly organization: readonly OrganizationAccount[];
  /** What a permission set allows; one that is not named here allows to read. */
  readonly permissionSets?: Readonly<Record<string, { policies?: readonly PolicyDocument[]; sessionSeconds?: number }>>;
  /** What the portal takes before it answers 429; 20 unless given. */
  readonly requestsPerSecond?: number;
  /** How many entries a page has when the caller does not say; 100 unless given. */
  readonly pageSize?: number;
}

/** An account as the portal lists it, with the roles the person has in it. */
export interface OrganizationAccount {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
}

/** A registered client (RegisterClient). */
export interface Client {
  readonly id: string;
  readonly secret: string;
  readonly name: string;
  readonly issuedAt: number;
  expiresAt: number;
  readonly scopes: readonly string[];
  /** Undefined when the client named none: then the device grant, and refreshing when it has scopes. */
  readonly grantTypes?: readonly string[] | undefined;
  readonly redirectUris: readonly string[];
  readonly issuerUrl?: string | undefined;
}

/** What the person at the browser said. */
type Decision = 'pending' | 'approved' | 'refused';

interface AuthorizationBase {
  /** What a page posts back. */
  readonly id: string;
  readonly client: Client;
  readonly expiresAt: number;
  decision: Decision;
  isUsed: boolean;
}

/** A sign-in that waits for a person: by device code, or by a page that redirects. */
export type Authorization =
  | (AuthorizationBase & {
      readonly kind: 'device';
      readonly deviceCode: string;
      readonly userCode: string;
      /** Polls the client may still send at `countedAt`. */
      polls: { left: number; countedAt: number };
    })
  | (AuthorizationBase & {
      readonly kind: 'code';
      readonly code: string;
      readonly redirectUri: string;
      readonly state: string;
      readonly codeChallenge: string;
    });

/** A person who has signed in; tokens belong to it and end with it. */
export interface PortalSession {
  readonly client: Client;
  readonly endsAt: number;
  isRevoked: boolean;
}

export interface AccessToken {
  readonly session: PortalSession;
  expiresAt: number;
  isRevoked: boolean;
}

export interface RefreshToken {
  readonly session: PortalSession;
  /** Single-use: the second use is refused. */
  isUsed: boolean;
}
