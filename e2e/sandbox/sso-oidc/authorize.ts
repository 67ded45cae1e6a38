import { randomBytes, randomUUID } from 'node:crypto';
import type { Answer } from '../http/endpoint.ts';
import type { IdentityCenter } from '../identity-center/center.ts';
import type { Authorization } from '../identity-center/model.ts';
import { invalidRequest } from './errors.ts';
import { codeGrant, covers } from './grants.ts';
import { consentPage, page } from './pages.ts';
import { isRegistered } from './redirect-uri.ts';
import { isStartUrl } from './start-device-authorization.ts';

const codeMs = 600_000;

/**
 * `GET /authorize?response_type=code&client_id&redirect_uri&state&scopes&code_challenge&code_challenge_method=S256`:
 * asks the person. A request that is wrong is told to the person, never to the
 * redirect URI, which may be the attacker's.
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.1
 */
export function authorize(center: IdentityCenter, parameters: ReadonlyMap<string, string>): Answer {
  const given = (name: string) => parameters.get(name) ?? '';
  const client = center.clients.get(given('client_id'));
  const now = center.clock.now();
  if (!client || client.expiresAt <= now) throw invalidRequest('The client is not registered.');
  if (!covers(client, codeGrant)) throw invalidRequest('The client did not register for authorization_code.');
  if (!isStartUrl(center, client.issuerUrl ?? '')) throw invalidRequest('The issuer URL is not known.');
  if (!isRegistered(given('redirect_uri'), client.redirectUris)) {
    throw invalidRequest('The redirect URI is not one that the client registered.');
  }
  if (given('response_type') !== 'code') throw invalidRequest('The response type must be code.');
  if (given('code_challenge_method') !== 'S256' || !/^[\w-]{43}$/.test(given('code_challenge'))) {
    throw invalidRequest('A code challenge by S256 is required.');
  }
  const beyond = given('scopes')
    .split(/[ ,]/)
    .filter((scope) => scope && !client.scopes.includes(scope));
  if (beyond.length > 0) throw invalidRequest('The scope is not one that the client registered.');

  const authorization: Authorization & { kind: 'code' } = {
    kind: 'code',
    id: randomUUID(),
    client,
    expiresAt: now + codeMs,
    decision: 'pending',
    isUsed: false,
    code: randomBytes(64).toString('base64url'),
    redirectUri: given('redirect_uri'),
    state: given('state'),
    codeChallenge: given('code_challenge'),
  };
  center.authorizations.set(authorization.id, authorization);
  if (center.standingAnswer !== 'ask') {
    authorization.decision = center.standingAnswer === 'approve' ? 'approved' : 'refused';
    return answerOf(authorization);
  }
  return consentPage({ id: authorization.id, clientName: client.name, userName: center.seed.userName });
}

/** Where the browser goes once the person has answered. */
export function answerOf(authorization: Authorization): Answer {
  const isApproved = authorization.decision === 'approved';
  if (authorization.kind === 'device') {
    return isApproved
      ? page(200, 'Request approved', '<p>You can close this window and go back to the program.</p>')
      : page(200, 'Request denied', '<p>The program was not let in. You can close this window.</p>');
  }
  const url = new URL(authorization.redirectUri);
  const answer = isApproved
    ? { code: authorization.code }
    : { error: 'access_denied', error_description: 'User denied access' };
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value);
  if (authorization.state) url.searchParams.set('state', authorization.state);
  return { status: 302, headers: { location: url.href, 'cache-control': 'no-store' }, body: '' };
}
