import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { IdentityCenter } from '../identity-center/center.ts';
import type { Authorization, Client } from '../identity-center/model.ts';
import {
  authorizationPending,
  expiredToken,
  invalidGrant,
  invalidRequest,
  signInDenied,
  unauthorizedClient,
  unsupportedGrantType,
} from './errors.ts';
import { codeGrant, covers, deviceGrant, refreshGrant } from './grants.ts';
import { clientOf, parseInput } from './input.ts';
import { issueTokens, startSession } from './issue-tokens.ts';
import { countPoll } from './polling.ts';

const InputSchema = v.object({
  clientId: v.string(),
  clientSecret: v.string(),
  grantType: v.string(),
  deviceCode: v.optional(v.string()),
  code: v.optional(v.string()),
  redirectUri: v.optional(v.string()),
  codeVerifier: v.optional(v.string()),
  refreshToken: v.optional(v.string()),
});
type Input = v.InferOutput<typeof InputSchema>;

/** @see https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/API_CreateToken.html */
export function createToken(center: IdentityCenter, body: unknown): Record<string, unknown> {
  const input = parseInput(InputSchema, body);
  if (![deviceGrant, codeGrant, refreshGrant].includes(input.grantType)) {
    throw unsupportedGrantType('The grant type is not supported.');
  }
  const client = clientOf(center, input.clientId, input.clientSecret);
  if (!covers(client, input.grantType)) throw unauthorizedClient('The client did not register for this grant type.');
  if (input.grantType === deviceGrant) return byDeviceCode(center, client, input);
  if (input.grantType === codeGrant) return byCode(center, client, input);
  return byRefreshToken(center, client, input);
}

function byDeviceCode(center: IdentityCenter, client: Client, { deviceCode }: Input) {
  if (!deviceCode) throw invalidRequest('deviceCode is missing.');
  const now = center.clock.now();
  const found = find(center, client, 'device', (one) => one.deviceCode === deviceCode);
  if (!found || found.isUsed) throw invalidGrant('Invalid device code.');
  if (found.expiresAt <= now) throw expiredToken('The device code has expired.');
  countPoll(found, now);
  if (center.standingAnswer !== 'ask' && found.decision === 'pending') {
    found.decision = center.standingAnswer === 'approve' ? 'approved' : 'refused';
  }
  if (found.decision === 'refused') throw signInDenied('The person refused the sign-in.');
  if (found.decision === 'pending') throw authorizationPending('Authorization is pending.');
  found.isUsed = true;
  return startSession(center, client);
}

function byCode(center: IdentityCenter, client: Client, { code, redirectUri, codeVerifier }: Input) {
  if (!code || !redirectUri || !codeVerifier) throw invalidRequest('code, redirectUri and codeVerifier are required.');
  const found = find(center, client, 'code', (one) => one.code === code);
  const isGood =
    found?.decision === 'approved' &&
    !found.isUsed &&
    found.expiresAt > center.clock.now() &&
    found.redirectUri === redirectUri &&
    found.codeChallenge === createHash('sha256').update(codeVerifier).digest('base64url');
  // A code is spent by its first use, right or wrong: nobody gets to try verifiers.
  if (found) found.isUsed = true;
  if (!isGood) throw invalidGrant('Invalid authorization code.');
  return startSession(center, client);
}

function byRefreshToken(center: IdentityCenter, client: Client, { refreshToken }: Input) {
  if (!refreshToken) throw invalidRequest('refreshToken is missing.');
  const token = center.refreshTokens.get(refreshToken);
  const { session } = token ?? {};
  const isGood =
    token && !token.isUsed && session?.client === client && !session.isRevoked && session.endsAt > center.clock.now();
  if (!isGood || !session) throw invalidGrant('Invalid refresh token provided.');
  token.isUsed = true;
  return issueTokens(center, session);
}

function find<K extends Authorization['kind']>(
  center: IdentityCenter,
  client: Client,
  kind: K,
  is: (one: Extract<Authorization, { kind: K }>) => boolean,
): Extract<Authorization, { kind: K }> | undefined {
  for (const one of center.authorizations.values()) {
    if (one.kind === kind && one.client === client && is(one as Extract<Authorization, { kind: K }>)) {
      return one as Extract<Authorization, { kind: K }>;
    }
  }
  return undefined;
}
