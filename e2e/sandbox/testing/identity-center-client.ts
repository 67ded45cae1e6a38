import { createHash, randomBytes } from 'node:crypto';
import { SSOClient } from '@aws-sdk/client-sso';
import { CreateTokenCommand, RegisterClientCommand, SSOOIDCClient } from '@aws-sdk/client-sso-oidc';
import type { Sandbox } from '../sandbox.ts';

/** AWS's own clients as a person's tools use them, with one attempt each. */
export const oidcClient = (sandbox: Sandbox) =>
  new SSOOIDCClient({ endpoint: sandbox.endpoints.ssoOidc, region: sandbox.identityCenter.region, maxAttempts: 1 });
export const portalClient = (sandbox: Sandbox, maxAttempts = 1) =>
  new SSOClient({ endpoint: sandbox.endpoints.sso, region: sandbox.identityCenter.region, maxAttempts });

export const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code';
export const redirectUri = 'http://127.0.0.1:45678/oauth/callback';

/** A registration as Rolecall's and AWS CLI's PKCE sign-in make it. */
export async function registerForCode(sandbox: Sandbox) {
  const { clientId = '', clientSecret = '' } = await oidcClient(sandbox).send(
    new RegisterClientCommand({
      clientName: 'test',
      clientType: 'public',
      scopes: ['sso:account:access'],
      grantTypes: ['authorization_code', 'refresh_token'],
      redirectUris: ['http://127.0.0.1/oauth/callback'],
      issuerUrl: sandbox.identityCenter.startUrl,
    }),
  );
  return { clientId, clientSecret };
}

/** The address a browser is sent to, and what proves afterwards that the same program asks. */
export function authorizeUrl(sandbox: Sandbox, clientId: string, more: Readonly<Record<string, string>> = {}) {
  const codeVerifier = randomBytes(48).toString('base64url');
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    state: 'state-of-the-test',
    code_challenge_method: 'S256',
    code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
    scopes: 'sso:account:access',
    ...more,
  });
  return { url: `${sandbox.endpoints.ssoOidc}/authorize?${query}`, codeVerifier };
}

/** Presses a button of a sign-in page as a browser does; the answer is not followed. */
export async function press(page: Response, decision: 'approve' | 'refuse'): Promise<Response> {
  const id = /name="id" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  const body = new URLSearchParams({ id, decision });
  return fetch(new URL('/decide', page.url), { method: 'POST', body, redirect: 'manual' });
}

/** A whole sign-in by code, approved: the tokens. */
export async function signIn(sandbox: Sandbox) {
  const client = await registerForCode(sandbox);
  const { url, codeVerifier } = authorizeUrl(sandbox, client.clientId);
  const answer = await press(await fetch(url), 'approve');
  const code = new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const tokens = await oidcClient(sandbox).send(
    new CreateTokenCommand({ ...client, grantType: 'authorization_code', code, redirectUri, codeVerifier }),
  );
  return { ...client, accessToken: tokens.accessToken ?? '', refreshToken: tokens.refreshToken ?? '', tokens };
}
