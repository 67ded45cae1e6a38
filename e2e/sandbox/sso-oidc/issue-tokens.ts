import { randomBytes } from 'node:crypto';
import type { IdentityCenter } from '../identity-center/center.ts';
import type { Client, PortalSession } from '../identity-center/model.ts';
import { covers, refreshGrant } from './grants.ts';

const accessTokenMs = 3_600_000;
/** How long a person stays signed in at the portal, and a legacy token lives. */
const portalSessionMs = 8 * 3_600_000;

/**
 * Tokens for a person who has just signed in. A client with scopes gets an hour
 * and a refresh token for as long as the session lasts; one without, as legacy
 * profiles register, gets one token for the whole session and nothing to renew it.
 */
export function startSession(center: IdentityCenter, client: Client): Record<string, unknown> {
  // One moment for both: a millisecond later the token would be a second shorter.
  const now = center.clock.now();
  return issueTokens(center, { client, endsAt: now + portalSessionMs, isRevoked: false }, now);
}

export function issueTokens(
  center: IdentityCenter,
  session: PortalSession,
  now = center.clock.now(),
): Record<string, unknown> {
  const { client, endsAt } = session;
  const isRefreshable = client.scopes.length > 0 && covers(client, refreshGrant);
  const expiresAt = isRefreshable ? Math.min(now + accessTokenMs, endsAt) : endsAt;
  const accessToken = `aoaAAAAAEXAMPLE${randomBytes(200).toString('base64url')}`;
  center.accessTokens.set(accessToken, { session, expiresAt, isRevoked: false });
  const answer = { accessToken, tokenType: 'Bearer', expiresIn: Math.floor((expiresAt - now) / 1000) };
  if (!isRefreshable) return answer;
  const refreshToken = `aorAAAAAEXAMPLE${randomBytes(200).toString('base64url')}`;
  center.refreshTokens.set(refreshToken, { session, isUsed: false });
  return { ...answer, refreshToken };
}
