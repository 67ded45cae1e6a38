import type * as PortalSdk from '@aws-sdk/client-sso';
import type * as OidcSdk from '@aws-sdk/client-sso-oidc';
import { failed, ok, type Result } from '../../core/result.ts';
import type { SsoContext } from '../../core/sso/ports.ts';
import { linkedAbort } from '../linked-abort.ts';
import { cancelledFailure, timeoutFailure } from '../network-errors.ts';
import { identityCenterFailure, service } from './errors.ts';
import { loadOidcSdk, loadPortalSdk } from './load-sdk.ts';

/** What the adapter takes from outside; defaults are the product's. */
export interface IdentityCenterOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Epoch milliseconds. */
  readonly now?: () => number;
  /** From the first byte to the answer, with all retries. */
  readonly deadlineMs?: number;
  readonly attemptTimeoutMs?: number;
}

interface Settings {
  readonly region: string;
  readonly maxAttempts: number;
  readonly retryMode: 'standard';
  readonly requestHandler: { connectionTimeout: number; requestTimeout: number; throwOnRequestTimeout: true };
}

interface Request {
  /** In AWS's words. */
  readonly action: string;
  readonly context: SsoContext;
  /** What must not be sent twice: a code or a token that works once, or what somebody else paces. */
  readonly once?: boolean;
}

/**
 * Requests to SSO-OIDC and the access portal. Neither is signed: a client secret
 * or an access token in the request is what counts. The SDK resolves the
 * endpoints (`AWS_ENDPOINT_URL_SSO_OIDC`, `AWS_ENDPOINT_URL_SSO`, FIPS, dual-stack).
 */
export function createIdentityCenterRequests(options: IdentityCenterOptions = {}) {
  const { now = Date.now, deadlineMs = 20_000, attemptTimeoutMs = 8_000 } = options;
  const oidcClients = new Map<string, Promise<OidcSdk.SSOOIDCClient>>();
  const portalClients = new Map<string, Promise<PortalSdk.SSOClient>>();

  /** One client per region and way to retry: they hold no secret, and keep their connections. */
  function clientOf<C>(clients: Map<string, Promise<C>>, request: Request, make: (settings: Settings) => Promise<C>) {
    const { region } = request.context.session;
    const key = `${region} ${request.once ?? false}`;
    const known = clients.get(key);
    if (known) return known;
    const made = make({
      region,
      maxAttempts: request.once ? 1 : 4,
      retryMode: 'standard',
      requestHandler: {
        connectionTimeout: Math.min(5_000, attemptTimeoutMs),
        requestTimeout: attemptTimeoutMs,
        throwOnRequestTimeout: true,
      },
    });
    clients.set(key, made);
    made.catch(() => clients.delete(key));
    return made;
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
      if (abort.endedBy() === 'deadline') return failed(timeoutFailure(service, profile));
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
        const client = await clientOf(oidcClients, request, async (settings) => new sdk.SSOOIDCClient(settings));
        return send(client, sdk, signal);
      }),
    portal: <T>(
      request: Request,
      send: (client: PortalSdk.SSOClient, sdk: typeof PortalSdk, signal: AbortSignal) => Promise<T>,
    ): Promise<Result<T>> =>
      perform(request, async (signal) => {
        const sdk = await loadPortalSdk();
        const client = await clientOf(portalClients, request, async (settings) => new sdk.SSOClient(settings));
        return send(client, sdk, signal);
      }),
  };
}

export type IdentityCenterRequests = ReturnType<typeof createIdentityCenterRequests>;
