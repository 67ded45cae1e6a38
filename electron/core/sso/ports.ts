/**
 * What signing in to IAM Identity Center needs from the world: AWS's sign-in and
 * portal endpoints, a listener for the browser's answer, the AWS CLI's cache.
 */
import type { TemporaryCredentials } from '../credentials.ts';
import type { Signal } from '../ports.ts';
import type { Result } from '../result.ts';
import type { OrganisationStore } from './organisation/organisation.ts';
import type { SsoSession } from './sso-session.ts';

/** The program as AWS's sign-in endpoint knows it. AWS lets a registration live for 90 days. */
export interface ClientRegistration {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

export interface SsoToken {
  readonly accessToken: string;
  /** Epoch milliseconds; unknown for a token that another tool obtained. */
  readonly obtainedAt?: number | undefined;
  /** Epoch milliseconds. The portal may refuse it sooner. */
  readonly expiresAt: number;
  /** Works once. */
  readonly refreshToken?: string | undefined;
  /** The registration it was granted to: only that one may refresh it. */
  readonly client?: ClientRegistration | undefined;
}

export interface DeviceAuthorization {
  readonly deviceCode: string;
  readonly userCode: string;
  readonly verificationUri: string;
  readonly verificationUriComplete: string | undefined;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
  readonly intervalMs: number;
}

export type TokenGrant =
  | { readonly kind: 'device'; readonly deviceCode: string }
  | { readonly kind: 'code'; readonly code: string; readonly codeVerifier: string; readonly redirectUri: string }
  | { readonly kind: 'refresh'; readonly refreshToken: string };

/** Waiting is no failure: the device flow asks again. */
export type TokenAnswer =
  | { readonly state: 'granted'; readonly token: SsoToken }
  | { readonly state: 'pending' }
  | { readonly state: 'slow-down' };

export interface SsoContext {
  readonly session: SsoSession;
  readonly signal?: Signal | undefined;
  /** Profile named in failures, where the call is for one. */
  readonly profile?: string | undefined;
}

interface SsoAccount {
  readonly accountId: string;
  readonly accountName: string;
  readonly emailAddress?: string | undefined;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string | undefined;
}

/** SSO-OIDC and the access portal. Errors of AWS arrive as failures with a remedy. */
export interface IdentityCenter {
  registerClient(method: SignInMethod, context: SsoContext): Promise<Result<ClientRegistration>>;
  startDeviceAuthorization(client: ClientRegistration, context: SsoContext): Promise<Result<DeviceAuthorization>>;
  /** `sign-in-refused` when the person said no, `sign-in-expired` when a code or refresh token is of no use any more. */
  createToken(grant: TokenGrant, client: ClientRegistration, context: SsoContext): Promise<Result<TokenAnswer>>;
  /** Where the browser goes; `bad-input` for a region that is none. */
  authorizeUrl(
    request: {
      readonly client: ClientRegistration;
      readonly redirectUri: string;
      readonly state: string;
      readonly codeChallenge: string;
    },
    session: SsoSession,
  ): Result<string>;
  /** Portal calls fail with `sign-in-needed` when the token is gone, whatever its expiry said. */
  getRoleCredentials(
    role: { readonly accountId: string; readonly roleName: string },
    accessToken: string,
    context: SsoContext,
  ): Promise<Result<TemporaryCredentials>>;
  listAccounts(
    page: { readonly next?: string | undefined },
    accessToken: string,
    context: SsoContext,
  ): Promise<Result<Page<SsoAccount>>>;
  listAccountRoles(
    page: { readonly accountId: string; readonly next?: string | undefined },
    accessToken: string,
    context: SsoContext,
  ): Promise<Result<Page<string>>>;
  logout(accessToken: string, context: SsoContext): Promise<Result<void>>;
}

/** `browser`: authorization code with PKCE, the answer comes back to this computer. `device`: a code typed anywhere. */
export type SignInMethod = 'browser' | 'device';

/** RFC 7636: what proves that who redeems the code is who asked for it. */
export interface Pkce {
  readonly state: string;
  readonly codeVerifier: string;
  readonly codeChallenge: string;
}

interface BrowserAnswer {
  readonly redirectUri: string;
  /** The authorization code, `sign-in-refused`, or `cancelled` by the signal. */
  readonly code: Promise<Result<string>>;
  close(): void;
}

/** Listens on this computer for the one answer of the browser that carries `state`. */
export interface AnswerListener {
  listen(state: string, signal: Signal): Promise<Result<BrowserAnswer>>;
}

/** `~/.aws/sso/cache`: tokens in clear that AWS's own tools keep there. */
export interface SharedTokens {
  /** `undefined` when there is none for the session, or none that can be read. */
  read(session: SsoSession): Promise<SsoToken | undefined>;
  /** Only when the person chose to share. */
  write(session: SsoSession, token: SsoToken): Promise<Result<void>>;
  remove(session: SsoSession): Promise<Result<void>>;
}

/** The parts of the world that only Identity Center needs. */
export interface SsoWorld {
  readonly identityCenter: IdentityCenter;
  readonly answers: AnswerListener;
  readonly sharedTokens: SharedTokens;
  readonly pkce: () => Pkce;
  readonly organisations: OrganisationStore;
  /** 0 to 1, for jitter. */
  readonly random: () => number;
}
