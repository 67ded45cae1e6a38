import { failure } from '../../core/failure.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import type { SsoSession } from '../../core/sso/sso-session.ts';
import { partitionOfRegion } from '../partitions.ts';
import { plainUrl } from '../plain-url.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Where the browser's answer comes back to; AWS's tools use the same. */
export const callbackPath = '/oauth/callback';

/** What a loopback endpoint override names; anything else is the SDK's business alone. */
function loopbackOverride(env: Env): URL | undefined {
  const text = env.AWS_ENDPOINT_URL_SSO_OIDC ?? env.AWS_ENDPOINT_URL;
  if (!text || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === 'http:' && url.hostname === '127.0.0.1' ? url : undefined;
}

/** The origin of the sign-in endpoint's pages: AWS's own, or for tests a loopback address. */
function oidcOrigin(region: string, env: Env): string | undefined {
  const override = loopbackOverride(env);
  if (override) return override.origin;
  const partition = partitionOfRegion(region);
  return partition && `https://oidc.${region}.${partition.dnsSuffix}`;
}

/** @see https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/Welcome.html */
export function authorizeUrl(
  request: { clientId: string; redirectUri: string; state: string; codeChallenge: string },
  session: SsoSession,
  env: Env,
): Result<string> {
  const origin = oidcOrigin(session.region, env);
  if (!origin)
    return failed(
      failure('bad-input', 'The sso_region of the session is no region of AWS.', 'Correct it; such as eu-central-1.'),
    );
  const url = new URL('/authorize', origin);
  url.searchParams.set('response_type', 'code');
  url.searchParams.set('client_id', request.clientId);
  url.searchParams.set('redirect_uri', request.redirectUri);
  url.searchParams.set('state', request.state);
  url.searchParams.set('code_challenge_method', 'S256');
  url.searchParams.set('code_challenge', request.codeChallenge);
  if (session.scopes.length > 0) url.searchParams.set('scopes', session.scopes.join(' '));
  return ok(url.href);
}

/**
 * The sign-in pages that may be opened: AWS's of the region, and the person's own
 * start URL, both only for sessions that their config file names.
 */
export function isSignInUrl(text: string, sessions: readonly SsoSession[], env: Env): boolean {
  const url = plainUrl(text);
  if (!url || url.username || url.password) return false;
  return sessions.some(({ region, startUrl }) => {
    const ownPage = url.pathname === '/authorize' || loopbackOverride(env) !== undefined;
    if (url.origin === oidcOrigin(region, env) && ownPage) return true;
    const partition = partitionOfRegion(region);
    if (partition && url.origin === `https://device.sso.${region}.${partition.dnsSuffix}`) return true;
    if (!URL.canParse(startUrl)) return false;
    return url.protocol === 'https:' && url.origin === new URL(startUrl).origin;
  });
}
