import type { CatalogStore } from '../catalog.ts';
import type { Failure } from '../failure.ts';
import type { Browser, Clock, Keychain, SettingsStore, Signal, Stop } from '../ports.ts';
import { failed, ok, type Result } from '../result.ts';
import type { AwsClock } from '../time/aws-clock.ts';
import { createAccess } from './access.ts';
import { createGrantStore } from './grant-store.ts';
import type { SsoWorld } from './ports.ts';
import { createRoleCredentials } from './role-credentials.ts';
import { createSessionIndex } from './session-index.ts';
import { createSessionRows } from './session-rows.ts';
import { createSignIns } from './sign-ins.ts';
import { ssoFailures } from './sso-failures.ts';
import { type IdentityCenterHop, type SsoSession, ssoSessionOf, ssoSessionsIn } from './sso-session.ts';
import { createTokens } from './tokens.ts';

/** Signing in to IAM Identity Center, staying in, and role credentials from it. */
export function createIdentityCenterAccess(parts: {
  readonly world: SsoWorld;
  readonly clock: Clock;
  /** Tokens end by AWS's clock. */
  readonly awsClock: Pick<AwsClock, 'now' | 'toLocal'>;
  readonly keychain: Keychain;
  readonly browser: Browser;
  readonly settings: SettingsStore;
  readonly catalog: CatalogStore;
  readonly tell?: ((failure: Failure) => void) | undefined;
}) {
  const { world, clock, awsClock, settings, catalog } = parts;
  const { identityCenter, sharedTokens } = world;
  const grants = createGrantStore(parts.keychain);
  const sharing = () => settings.get().preferences.shareSsoTokens;
  const signedIn = new Set<(session: SsoSession) => void>();
  const onSignedIn = (session: SsoSession) => {
    for (const listener of signedIn) listener(session);
  };
  const tokens = createTokens({ clock, awsClock, identityCenter, grants, sharedTokens, sharing, onSignedIn });
  const lastFailures = new Map<string, Failure>();
  const signIns = createSignIns({
    ...world,
    clock,
    awsClock,
    browser: parts.browser,
    grants,
    async onEnd(session, result) {
      const settled = await access.ended(session, result);
      if (settled.ok) lastFailures.delete(session.name);
      else lastFailures.set(session.name, settled.failure);
      return settled;
    },
  });
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };
  const access = createAccess({
    clock,
    tokens,
    signIns,
    onNeeded(session, profile) {
      parts.tell?.(ssoFailures.needed(session, profile));
      changed();
    },
  });
  createSessionIndex({ tokens, settings, onNoted: changed });
  signIns.onChange(changed);
  tokens.onHeld(changed);

  return {
    access,
    tokens,
    signIns,
    rows: createSessionRows({
      catalog,
      settings,
      awsClock,
      tokens,
      signIns,
      access,
      sharedTokens,
      lastFailure: ({ name }) => lastFailures.get(name),
    }),
    roleCredentials: createRoleCredentials({ access, tokens, identityCenter }),
    signIn: (hop: IdentityCenterHop, request: Parameters<typeof access.token>[1]): void =>
      void access.token(ssoSessionOf(hop), request),
    onChange(listener: () => void): Stop {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    /** Told when a person has signed in, before those who wait for it are. */
    onSignedIn(listener: (session: SsoSession) => void): Stop {
      signedIn.add(listener);
      return () => signedIn.delete(listener);
    },

    /** The session of that name; without a name the only one there is. */
    sessionNamed(name: string | undefined): Result<SsoSession> {
      const all = ssoSessionsIn(catalog.content());
      const [only] = all;
      if (name === undefined && only && all.length === 1) return ok(only);
      if (name === undefined) return failed(ssoFailures.whichSession(all.map((session) => session.name)));
      const found = all.find((session) => session.name === name);
      return found ? ok(found) : failed(ssoFailures.unknownSession(name));
    },

    /** Ends the sign-in at AWS and forgets it here. What AWS could not be told is said, and forgotten all the same. */
    async signOut(session: SsoSession, signal: Signal): Promise<Result<{ readonly revoked: boolean }>> {
      signIns.cancel(session.name);
      const found = await tokens.peek(session);
      const told = found ? await identityCenter.logout(found.accessToken, { session, signal }) : undefined;
      const forgotten = await tokens.forget(session);
      lastFailures.delete(session.name);
      if (!forgotten.ok && forgotten.failure.kind !== 'keychain-missing') return forgotten;
      return ok({ revoked: told === undefined || told.ok || told.failure.kind === 'sign-in-needed' });
    },
  };
}

export type IdentityCenterAccess = ReturnType<typeof createIdentityCenterAccess>;
