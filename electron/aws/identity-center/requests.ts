import type * as PortalSdk from '@aws-sdk/client-sso';
import type * as OidcSdk from '@aws-sdk/client-sso-oidc';
import type { ServiceName } from '../../core/profiles/profile-parameters.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import type { SsoContext } from '../../core/sso/ports.ts';
import { clientSettings, type EndpointOf } from '../client-settings.ts';
import { type AwsConnection, createAwsConnection } from '../connection/connection.ts';
import { linkedAbort } from '../linked-abort.ts';
import { cancelledFailure, timeoutFailure } from '../network-errors.ts';
import { identityCenterFailure, service } from './errors.ts';
import { loadOidcSdk, loadPortalSdk } from './load-sdk.ts';

/** What the adapter takes from outside; defaults are the product's. */
export interface IdentityCenterOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The way to AWS; of its own unless the program gives the one that all services share. */
  readonly connection?: AwsConnection;
  /** What the user's files say of endpoints; nothing unless given. */
  readonly endpointOf?: EndpointOf;
  /** Epoch milliseconds by AWS's clock. */
  readonly now?: () => number;
  /** From the first byte to the answer, with all retries; the connection's unless given. */
  readonly deadlineMs?: number;
}

interface Request {
  /** In AWS's words. */
  readonly action: string;
  readonly context: SsoContext;
  /** `never`: a code or token in it works once. `elsewhere`: the caller paces and repeats it. */
  readonly repeated?: 'never' | 'elsewhere';
}

/**
 * Requests to SSO-OIDC and the access portal. Neither is signed: a client secret
 * or an access token in the request is what counts.
 */
export function createIdentityCenterRequests(options: IdentityCenterOptions = {}) {
  const { env = process.env, endpointOf = () => ({}), now = Date.now } = options;
  const connection = options.connection ?? createAwsConnection({ env });
  const { deadlineMs = connection.deadlineMs } = options;

  function settingsOf({ context, repeated }: Request, service: ServiceName) {
    const { session, profile } = context;
    return {
      region: session.region,
      // A sign-in is of no profile.
      ...clientSettings(service, env, profile === undefined ? {} : endpointOf(profile, service)),
      maxAttempts: repeated === undefined ? 4 : 1,
      retryMode: 'standard' as const,
      systemClockOffset: connection.clockOffsetMs(),
      requestHandler: connection.requestHandler({
        profile: profile ?? '',
        once: repeated === 'never',
        attemptTimeoutMs: repeated === 'never' ? deadlineMs : Math.min(8_000, deadlineMs * 0.4),
      }),
    };
  }

  async function perform<T>(request: Request, work: (signal: AbortSignal) => Promise<T>): Promise<Result<T>> {
    const { context } = request;
    const profile = context.profile ?? '';
    const abort = linkedAbort(deadlineMs, context.signal);
    try {
      if (abort.signal.aborted) return failed(cancelledFailure(profile));
      return ok(await work(abort.signal));
    } catch (error) {
      if (abort.endedBy() === 'caller') return failed(cancelledFailure(profile));
      if (abort.endedBy() === 'deadline') return failed(timeoutFailure(service, profile, deadlineMs));
      return failed(identityCenterFailure(error, { action: request.action, context }));
    } finally {
      abort.release();
    }
  }

  return {
    now,
    oidc: <T>(
      request: Request,
      send: (client: OidcSdk.SSOOIDCClient, sdk: typeof OidcSdk, signal: AbortSignal) => Promise<T>,
    ): Promise<Result<T>> =>
      perform(request, async (signal) => {
        const sdk = await loadOidcSdk();
        return send(new sdk.SSOOIDCClient(settingsOf(request, 'sso_oidc')), sdk, signal);
      }),
    portal: <T>(
      request: Request,
      send: (client: PortalSdk.SSOClient, sdk: typeof PortalSdk, signal: AbortSignal) => Promise<T>,
    ): Promise<Result<T>> =>
      perform(request, async (signal) => {
        const sdk = await loadPortalSdk();
        return send(new sdk.SSOClient(settingsOf(request, 'sso')), sdk, signal);
      }),
  };
}

export type IdentityCenterRequests = ReturnType<typeof createIdentityCenterRequests>;
