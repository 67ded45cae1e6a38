import type { Browser, Clock, Signal } from '../ports.ts';
import { failed, ok, type Result } from '../result.ts';
import type { AwsClock } from '../time/aws-clock.ts';
import { pollForToken } from './device-sign-in.ts';
import type { GrantStore } from './grant-store.ts';
import type { ClientRegistration, SignInMethod, SsoToken, SsoWorld } from './ports.ts';
import type { SignInProgress } from './sign-ins.ts';
import { ssoFailures } from './sso-failures.ts';
import type { SsoSession } from './sso-session.ts';

/** The browser may ask for a password and a second factor, so not in haste; AWS's own code lives as long. */
export const SIGN_IN_MS = 10 * 60_000;
/** A registration is not begun with in its last hour. */
const REGISTRATION_LEFT_MS = 3_600_000;

/** One sign-in while it runs. */
export interface Flow {
  readonly session: SsoSession;
  readonly openBrowser: boolean;
  readonly signal: Signal;
  readonly show: (change: Partial<SignInProgress>) => void;
}

export type FlowParts = Pick<SsoWorld, 'identityCenter' | 'answers' | 'pkce'> & {
  readonly clock: Clock;
  /** What AWS grants ends by its clock. */
  readonly awsClock: Pick<AwsClock, 'now' | 'toLocal'>;
  readonly browser: Browser;
  readonly grants: GrantStore;
};

/** The two ways to sign in: by the browser's answer to this computer, or by a code that is typed anywhere. */
export function createSignInFlows(parts: FlowParts) {
  const { clock, awsClock, browser, identityCenter, answers, pkce, grants } = parts;

  /** Reused until it expires; kept before anybody is signed in, so that a second try needs no new one. */
  async function registration(method: SignInMethod, { session, signal }: Flow): Promise<Result<ClientRegistration>> {
    const kept = await grants.read(session);
    const known = kept.ok ? kept.value.clients[method] : undefined;
    if (known && known.expiresAt - awsClock.now() > REGISTRATION_LEFT_MS) return ok(known);
    const made = await identityCenter.registerClient(method, { session, signal });
    // Read again: a token that was renewed meanwhile must not be overwritten by the used-up one.
    const now = made.ok ? await grants.read(session) : undefined;
    if (!made.ok || !now?.ok) return made;
    await grants.save(session, { ...now.value, clients: { ...now.value.clients, [method]: made.value } });
    return made;
  }

  /** `false` when there is no browser. What was cancelled meanwhile opens none. */
  async function open(url: string, { openBrowser, signal }: Flow): Promise<boolean> {
    if (!openBrowser || signal.aborted) return false;
    return (await browser.open(url)).ok;
  }

  async function device(flow: Flow): Promise<Result<SsoToken>> {
    const { session, signal, show } = flow;
    const client = await registration('device', flow);
    if (!client.ok) return client;
    const answer = await identityCenter.startDeviceAuthorization(client.value, { session, signal });
    if (!answer.ok) return answer;
    const { userCode, verificationUri, verificationUriComplete, expiresAt } = answer.value;
    const url = verificationUriComplete ?? verificationUri;
    show({ method: 'device', url, userCode, endsAt: awsClock.toLocal(expiresAt) });
    show({ browserOpened: await open(url, flow) });
    return pollForToken(parts, session, client.value, answer.value, signal);
  }

  async function inBrowser(flow: Flow): Promise<Result<SsoToken>> {
    const { session, signal, show } = flow;
    const client = await registration('browser', flow);
    if (!client.ok) return client;
    const { state, codeChallenge, codeVerifier } = pkce();
    // Listening comes first: the browser may be quicker than the next line.
    const listening = await answers.listen(state, signal);
    if (!listening.ok) return device(flow);
    const { redirectUri, code, close } = listening.value;
    try {
      const url = identityCenter.authorizeUrl({ client: client.value, redirectUri, state, codeChallenge }, session);
      if (!url.ok) return url;
      show({ url: url.value, endsAt: clock.now() + SIGN_IN_MS });
      const browserOpened = await open(url.value, flow);
      if (flow.openBrowser && !browserOpened) {
        close();
        return device({ ...flow, openBrowser: false });
      }
      show({ browserOpened });
      const given = await code;
      if (!given.ok) return given;
      const grant = { kind: 'code', code: given.value, codeVerifier, redirectUri } as const;
      const token = await identityCenter.createToken(grant, client.value, { session, signal });
      if (!token.ok) return token;
      return token.value.state === 'granted' ? ok(token.value.token) : failed(ssoFailures.expired(session));
    } finally {
      close();
    }
  }

  return { device, browser: inBrowser } satisfies Record<SignInMethod, unknown>;
}
