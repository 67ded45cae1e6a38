import type { SsoSessionRow } from '../calls/sso.ts';
import type { CatalogStore } from '../catalog.ts';
import type { Failure } from '../failure.ts';
import type { SettingsStore } from '../ports.ts';
import type { AwsClock } from '../time/aws-clock.ts';
import type { Access } from './access.ts';
import type { SharedTokens } from './ports.ts';
import type { SignIns } from './sign-ins.ts';
import { type SsoSession, ssoSessionsIn } from './sso-session.ts';
import type { Tokens } from './tokens.ts';

/**
 * What every surface shows of the sessions. It asks no keychain, which may be
 * locked: what is not in memory is known from the index in the settings.
 */
export function createSessionRows(parts: {
  readonly catalog: CatalogStore;
  readonly settings: SettingsStore;
  readonly awsClock: Pick<AwsClock, 'now' | 'toLocal'>;
  readonly tokens: Tokens;
  readonly signIns: SignIns;
  readonly access: Access;
  readonly sharedTokens: SharedTokens;
  readonly lastFailure: (session: SsoSession) => Failure | undefined;
}) {
  const { catalog, settings, awsClock, tokens, signIns, access, sharedTokens } = parts;

  type State = Pick<SsoSessionRow, 'state' | 'expiresAt' | 'renews' | 'from'>;

  async function stateOf(session: SsoSession): Promise<State> {
    const held = tokens.held(session);
    if (held) {
      const { token, from } = held;
      return { state: 'signed-in', expiresAt: token.expiresAt, renews: tokens.canRenew(session), from };
    }
    const { ssoSessions } = settings.get();
    const known = Object.hasOwn(ssoSessions, session.name) ? ssoSessions[session.name] : undefined;
    const index = known?.startUrl === session.startUrl && known.region === session.region ? known : undefined;
    if (index && index.expiresAt > awsClock.now())
      return { state: 'signed-in', expiresAt: index.expiresAt, renews: index.renews, from: 'rolecall' };
    const shared = await sharedTokens.read(session);
    if (shared && tokens.isAlive(shared))
      return { state: 'signed-in', expiresAt: shared.expiresAt, renews: false, from: 'shared' };
    if (index?.renews) return { state: 'renewable', expiresAt: index.expiresAt, renews: true, from: 'rolecall' };
    return { state: 'signed-out', renews: false };
  }

  async function row(session: SsoSession, profiles: number): Promise<SsoSessionRow> {
    const { name, startUrl, region, legacy } = session;
    const common = { name, startUrl, region, legacy, profiles, wanted: access.isWanted(session) };
    const progress = signIns.progress(name);
    if (progress) {
      const { session: _, ...signIn } = progress;
      return { ...common, state: 'signing-in', renews: false, signIn };
    }
    const { expiresAt, ...state } = await stateOf(session);
    const failure = state.state === 'signed-out' ? parts.lastFailure(session) : undefined;
    const until = expiresAt !== undefined && { expiresAt: awsClock.toLocal(expiresAt) };
    return { ...common, ...state, ...until, ...(failure && { failure }) };
  }

  return {
    all(): Promise<SsoSessionRow[]> {
      const counts = new Map<string, number>();
      for (const { ssoSession } of catalog.view().rows)
        if (ssoSession !== undefined) counts.set(ssoSession, (counts.get(ssoSession) ?? 0) + 1);
      const sessions = ssoSessionsIn(catalog.content());
      return Promise.all(sessions.map((session) => row(session, counts.get(session.name) ?? 0)));
    },
    of(session: SsoSession): Promise<SsoSessionRow> {
      const profiles = catalog.view().rows.filter(({ ssoSession }) => ssoSession === session.name).length;
      return row(session, profiles);
    },
  };
}
