import type { CatalogStore } from '../catalog.ts';
import type { Handlers } from '../dispatch.ts';
import type { Browser, Clipboard } from '../ports.ts';
import { failed, ok, type Result } from '../result.ts';
import type { SessionStates } from '../sessions/session-states.ts';
import type { Switching } from '../sessions/switching.ts';
import type { IdentityCenterAccess } from '../sso/identity-center.ts';
import { profilesOfSession } from '../sso/profiles-of-session.ts';
import { ssoFailures } from '../sso/sso-failures.ts';
import type { SsoSession } from '../sso/sso-session.ts';

type SsoCalls =
  | 'ssoSessions'
  | 'startSsoSignIn'
  | 'awaitSsoSignIn'
  | 'handOffSsoSignIn'
  | 'cancelSsoSignIn'
  | 'ssoSignOut';

/** Signing in to IAM Identity Center, and out. */
export function ssoHandlers(parts: {
  readonly sso: IdentityCenterAccess;
  readonly catalog: CatalogStore;
  readonly states: SessionStates;
  readonly switching: Switching;
  readonly browser: Browser;
  readonly clipboard: Clipboard;
}): Pick<Handlers, SsoCalls> {
  const { sso, catalog, states, switching } = parts;

  /** Resolves when there is a page to open, and known who opens it. */
  function pageKnown({ name }: SsoSession): Promise<undefined> {
    return new Promise((resolve) => {
      const look = () => {
        const progress = sso.signIns.progress(name);
        if (progress && (progress.url === undefined || progress.browserOpened === undefined)) return;
        stop();
        resolve(undefined);
      };
      const stop = sso.signIns.onChange(look);
      look();
    });
  }

  async function rowOf(session: SsoSession, result: Result<unknown> | undefined) {
    return result && !result.ok ? result : ok(await sso.rows.of(session));
  }

  return {
    ssoSessions: async () => ok({ sessions: await sso.rows.all() }),

    async startSsoSignIn({ session: name, method, openBrowser }) {
      const session = sso.sessionNamed(name);
      if (!session.ok) return session;
      const over = sso.access.signIn(session.value, { method, openBrowser });
      return rowOf(session.value, await Promise.race([over, pageKnown(session.value)]));
    },

    async awaitSsoSignIn({ session: name }, { signal }) {
      const session = sso.sessionNamed(name);
      if (!session.ok) return session;
      const leave = () => sso.signIns.cancel(name);
      signal.addEventListener('abort', leave, { once: true });
      const over = await (sso.signIns.underWay(session.value) ?? sso.tokens.find(session.value));
      signal.removeEventListener('abort', leave);
      return rowOf(session.value, over);
    },

    async handOffSsoSignIn({ session, how }) {
      const { url, userCode } = sso.signIns.progress(session) ?? {};
      const text = how === 'copy-code' ? userCode : url;
      if (text === undefined) return failed(ssoFailures.noSignIn());
      if (how === 'open') {
        const opened = await parts.browser.open(text);
        return opened.ok ? ok({}) : opened;
      }
      parts.clipboard.write(text);
      return ok({});
    },

    async cancelSsoSignIn({ session }) {
      sso.signIns.cancel(session);
      return ok({});
    },

    async ssoSignOut({ session: name }, { signal }) {
      const session = sso.sessionNamed(name);
      if (!session.ok) return session;
      const out = await sso.signOut(session.value, signal);
      const made = profilesOfSession(catalog.view(), session.value.name);
      const signedOut = made.filter((profile) => states.get(profile).state !== 'inactive');
      for (const profile of made) {
        if (signedOut.includes(profile)) switching.signOut(profile);
        else switching.forget(profile);
      }
      // A keychain that is locked keeps its token; the sessions made from it end all the same.
      if (!out.ok) return failed(out.failure);
      return ok({ session: session.value.name, revoked: out.value.revoked, signedOut });
    },
  };
}
