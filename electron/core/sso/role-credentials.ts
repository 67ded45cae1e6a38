import type { TemporaryCredentials } from '../credentials.ts';
import type { Result } from '../result.ts';
import type { Access, AccessRequest } from './access.ts';
import type { IdentityCenter } from './ports.ts';
import { type IdentityCenterHop, ssoSessionOf } from './sso-session.ts';
import type { Tokens } from './tokens.ts';

/** A role's credentials from the access portal, with a sign-in on the way where one is needed and allowed. */
export function createRoleCredentials(parts: {
  readonly access: Access;
  readonly tokens: Tokens;
  readonly identityCenter: IdentityCenter;
}) {
  const { access, tokens, identityCenter } = parts;
  return async (hop: IdentityCenterHop, request: AccessRequest): Promise<Result<TemporaryCredentials>> => {
    const session = ssoSessionOf(hop);
    const role = { accountId: hop.ssoAccountId, roleName: hop.ssoRoleName };
    const profile = request.profile ?? hop.profile;
    for (let attempt = 1; ; attempt++) {
      const token = await access.token(session, { ...request, profile });
      if (!token.ok) return token;
      request.onWaiting?.('aws');
      const { accessToken } = token.value;
      const context = { session, profile, signal: request.signal };
      const made = await identityCenter.getRoleCredentials(role, accessToken, context);
      if (made.ok || made.failure.kind !== 'sign-in-needed') return made;
      // A token can end before its time: signed out elsewhere, or an administrator ended it.
      tokens.refused(session, accessToken);
      if (attempt === 3) return made;
    }
  };
}
