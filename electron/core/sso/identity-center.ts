import type { CatalogStore } from '../catalog.ts';
import type { Browser, Clock, Keychain, SettingsStore, Signal } from '../ports.ts';
import { failed, ok, type Result } from '../result.ts';
import { createAccess } from './access.ts';
import { createGrantStore } from './grant-store.ts';
import type { SsoWorld } from './ports.ts';
import { createRoleCredentials } from './role-credentials.ts';
import { createSignIns, type SignInRequest } from './sign-ins.ts';
import { ssoFailures } from './sso-failures.ts';
import { type SsoSession, ssoSessionOf, ssoSessionsIn } from './sso-session.ts';
import { createTokens } from './tokens.ts';

/** Signing in to IAM Identity Center, staying in, and role credentials from it. */
export function createIdentityCenterAccess(parts: {
  readonly world: SsoWorld;
  readonly clock: Clock;
  readonly keychain: Keychain;
  readonly browser: Browser;
  readonly settings: SettingsStore;
  readonly catalog: CatalogStore;
  readonly onNeeded: (session: SsoSession, profile: string | undefined) => void;
}) {
  const { world, clock, settings, catalog } = parts;
  const { identityCenter, sharedTokens } = world;
  const grants = createGrantStore(parts.keychain);
  const sharing = () => settings.get().sso.shareTokens;
  const tokens = createTokens({ clock, identityCenter, grants, sharedTokens, sharing });
  const signIns = createSignIns({
    ...world,
    clock,
    browser: parts.browser,
    grants,
    onEnd: (session, result) => access.ended(session, result),
  });
  const access = createAccess({ clock, tokens, signIns, onNeeded: parts.onNeeded });

  const sessions = () => ssoSessionsIn(catalog.content());

  return {
    access,
    tokens,
    signIns,
    sessions,
    roleCredentials: createRoleCredentials({ access, tokens, identityCenter }),

    /** The session of that name; without a name the only one there is. */
    sessionNamed(name: string | undefined): Result<SsoSession> {
      const all = sessions();
      const [only] = all;
      if (name === undefined) {
        if (only && all.length === 1) return ok(only);
        return failed(ssoFailures.whichSession(all.map((session) => session.name)));
      }
      const found = all.find((session) => session.name === name);
      return found ? ok(found) : failed(ssoFailures.unknownSession(name));
    },

    /** The profiles whose credentials come from a session, their own or their source's. */
    profilesOf(session: SsoSession): string[] {
      return [...catalog.content().profiles.keys()].filter((profile) => {
        const chain = catalog.chain(profile);
        return chain.ok && chain.value[0].kind === 'identity-center' && ssoSessionOf(chain.value[0]).name === session.name;
      });
    },

    signIn: (session: SsoSession, request: SignInRequest, signal?: Signal) => access.signIn(session, request, signal),

    /** Ends the sign-in at AWS and forgets it here. What AWS could not be told is said, and forgotten all the same. */
    async signOut(session: SsoSession, signal: Signal): Promise<Result<{ readonly revoked: boolean }>> {
      signIns.cancel(session.name);
      const found = await tokens.peek(session);
      const told = found ? await identityCenter.logout(found.accessToken, { session, signal }) : undefined;
      const forgotten = await tokens.forget(session);
      if (!forgotten.ok && forgotten.failure.kind !== 'keychain-missing') return forgotten;
      return ok({ revoked: told === undefined || told.ok || told.failure.kind === 'sign-in-needed' });
    },
  };
}

export type IdentityCenterAccess = ReturnType<typeof createIdentityCenterAccess>;
