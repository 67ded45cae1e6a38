import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import type { IdentityCenter } from '../identity-center/center.ts';
import {
  invalidClientMetadata,
  invalidRedirectUri,
  invalidRequest,
  invalidScope,
  unsupportedGrantType,
} from './errors.ts';
import { codeGrant, deviceGrant, refreshGrant } from './grants.ts';
import { parseInput } from './input.ts';
import { isLoopback } from './redirect-uri.ts';

const registrationMs = 90 * 86_400_000;
const scopesKnown = ['sso:account:access', 'openid', 'aws', 'sts:identity_context'];

const InputSchema = v.object({
  clientName: v.string(),
  clientType: v.string(),
  scopes: v.optional(v.array(v.string()), []),
  redirectUris: v.optional(v.array(v.string()), []),
  grantTypes: v.optional(v.array(v.string())),
  issuerUrl: v.optional(v.string()),
});

/** @see https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/API_RegisterClient.html */
export function registerClient(center: IdentityCenter, body: unknown): Record<string, unknown> {
  const input = parseInput(InputSchema, body);
  if (input.clientType !== 'public') throw invalidClientMetadata('Only public clients can register.');
  const unknownScope = input.scopes.find((scope) => !scopesKnown.includes(scope));
  if (unknownScope !== undefined) throw invalidScope('The scope is not known.');
  const unknownGrant = input.grantTypes?.find((grant) => ![deviceGrant, codeGrant, refreshGrant].includes(grant));
  if (unknownGrant !== undefined) throw unsupportedGrantType('The grant type is not supported.');
  if (input.grantTypes?.includes(codeGrant)) {
    if (input.redirectUris.length === 0) throw invalidRequest('redirectUris is required for authorization_code.');
    if (!input.issuerUrl) throw invalidRequest('issuerUrl is required for authorization_code.');
  }
  if (!input.redirectUris.every(isLoopback))
    throw invalidRedirectUri('A redirect URI must be on the loopback address.');

  const issuedAt = center.clock.now();
  const client = {
    ...input,
    id: randomBytes(16).toString('base64url'),
    secret: `eyJraWQiEXAMPLE${randomBytes(300).toString('base64url')}`,
    name: input.clientName,
    issuedAt,
    expiresAt: issuedAt + registrationMs,
  };
  center.clients.set(client.id, client);
  return {
    clientId: client.id,
    clientSecret: client.secret,
    clientIdIssuedAt: Math.floor(client.issuedAt / 1000),
    clientSecretExpiresAt: Math.floor(client.expiresAt / 1000),
    authorizationEndpoint: null,
    tokenEndpoint: null,
  };
}
