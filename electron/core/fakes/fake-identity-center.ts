import { type Failure, failure } from '../failure.ts';
import { failed, ok, type Result } from '../result.ts';
import type { IdentityCenter, Page, SsoToken, SsoWorld, TokenAnswer } from '../sso/ports.ts';
import type { FakeClock } from './fake-clock.ts';
import { createFakeOrganisationStore } from './fake-organisation-store.ts';
import { createFakeSharedTokens } from './fake-shared-tokens.ts';

interface SsoCall {
  readonly action: keyof IdentityCenter;
  readonly input: Record<string, unknown>;
}

type DeviceState = 'pending' | 'slow-down' | 'approved' | 'refused' | 'expired';

/** An Identity Center that a test drives: who is signed in, what the browser answers, when AWS slows down. */
export function createFakeIdentityCenter(clock: FakeClock) {
  const calls: SsoCall[] = [];
  const failures: { action: keyof IdentityCenter; failure: Failure }[] = [];
  const liveTokens = new Set<string>();
  const liveRefreshTokens = new Set<string>();
  const organisation = new Map<string, { name: string; roles: readonly string[] }>();
  const device: { state: DeviceState; expiresInMs: number } = { state: 'pending', expiresInMs: 600_000 };
  const listening: { state: string; answer: (code: Result<string>) => void }[] = [];
  const shared = createFakeSharedTokens();
  const organisations = createFakeOrganisationStore();
  const settings = { tokenLifeMs: 3_600_000, registrationLifeMs: 90 * 86_400_000, pageSize: 1000, mayListen: true };
  let made = 0;
  let gate: Promise<void> | undefined;

  async function answer<T>(
    action: keyof IdentityCenter,
    input: object,
    value: () => Result<T> | Promise<Result<T>>,
  ): Promise<Result<T>> {
    calls.push({ action, input: { ...input } });
    await gate;
    const index = failures.findIndex((entry) => entry.action === action);
    const [hit] = index < 0 ? [] : failures.splice(index, 1);
    return hit ? failed(hit.failure) : value();
  }

  function grant(client: SsoToken['client'], renews: boolean): Result<{ state: 'granted'; token: SsoToken }> {
    made += 1;
    const accessToken = `access-token-${made}`;
    liveTokens.add(accessToken);
    const refreshToken = renews ? `refresh-token-${made}` : undefined;
    if (refreshToken) liveRefreshTokens.add(refreshToken);
    const obtainedAt = clock.trueNow();
    const token = { accessToken, obtainedAt, expiresAt: obtainedAt + settings.tokenLifeMs, refreshToken, client };
    return ok({ state: 'granted', token });
  }

  function withToken<T>(accessToken: string, value: () => T): Result<T> {
    if (liveTokens.has(accessToken)) return ok(value());
    return failed(failure('sign-in-needed', 'The sign-in has ended.', 'Sign in again.'));
  }

  function pageOf<T>(all: readonly T[], next: string | undefined): Page<T> {
    const from = Number(next ?? 0);
    const to = from + settings.pageSize;
    return { items: all.slice(from, to), ...(to < all.length && { next: String(to) }) };
  }

  const identityCenter: IdentityCenter = {
    registerClient: (method) =>
      answer('registerClient', { method }, () => {
        made += 1;
        const expiresAt = clock.trueNow() + settings.registrationLifeMs;
        return ok({ clientId: `client-${made}`, clientSecret: `client-secret-${made}`, expiresAt });
      }),
    startDeviceAuthorization: (client) =>
      answer('startDeviceAuthorization', client, () =>
        ok({
          deviceCode: 'device-code',
          userCode: 'ABCD-EFGH',
          verificationUri: 'https://device.example/',
          verificationUriComplete: 'https://device.example/?user_code=ABCD-EFGH',
          expiresAt: clock.trueNow() + device.expiresInMs,
          intervalMs: 5_000,
        }),
      ),
    createToken: (input, client, { session }) =>
      answer<TokenAnswer>('createToken', input, () => {
        const renews = session.scopes.length > 0;
        if (input.kind === 'code') return grant(client, renews);
        if (input.kind === 'refresh')
          return liveRefreshTokens.delete(input.refreshToken) ? grant(client, renews) : failed(invalidGrant());
        if (device.state === 'pending' || device.state === 'slow-down') return ok({ state: device.state });
        if (device.state === 'approved') return grant(client, renews);
        return failed(failure(`sign-in-${device.state}`, 'The sign-in came to nothing.', 'Start over.'));
      }),
    authorizeUrl: ({ state }) => ok(`https://oidc.example/authorize?state=${state}`),
    getRoleCredentials: (role, accessToken) =>
      answer('getRoleCredentials', { ...role, accessToken }, () =>
        withToken(accessToken, () => {
          made += 1;
          return {
            accessKeyId: `ASIA${String(made).padStart(9, '0')}EXAMPLE`,
            secretAccessKey: `temporary-secret-${made}`,
            sessionToken: `session-token-${made}`,
            expiresAt: clock.trueNow() + 3_600_000,
            accountId: role.accountId,
            partition: 'aws',
          };
        }),
      ),
    listAccounts: ({ next }, accessToken) =>
      answer('listAccounts', { next }, () =>
        withToken(accessToken, () =>
          pageOf(
            [...organisation].map(([accountId, { name }]) => ({ accountId, accountName: name })),
            next,
          ),
        ),
      ),
    listAccountRoles: ({ accountId, next }, accessToken) =>
      answer('listAccountRoles', { accountId, next }, () =>
        withToken(accessToken, () => pageOf(organisation.get(accountId)?.roles ?? [], next)),
      ),
    logout: (accessToken) =>
      answer('logout', {}, () => {
        liveTokens.delete(accessToken);
        liveRefreshTokens.clear();
        return ok(undefined);
      }),
  };

  const world: SsoWorld = {
    identityCenter,
    sharedTokens: shared.sharedTokens,
    answers: {
      async listen(state, signal) {
        if (!settings.mayListen) return failed(failure('internal', 'No port.', 'Use a code.'));
        let settle: (code: Result<string>) => void = () => {};
        const code = new Promise<Result<string>>((resolve) => {
          settle = resolve;
        });
        signal.addEventListener('abort', () => settle(failed(failure('cancelled', 'Cancelled.', 'Again.'))));
        listening.push({ state, answer: settle });
        return ok({ redirectUri: 'http://127.0.0.1:4711/oauth/callback', code, close: () => {} });
      },
    },
    organisations: organisations.store,
    pkce: () => ({ state: `state-${listening.length}`, codeVerifier: 'verifier', codeChallenge: 'challenge' }),
    random: () => 0.5,
  };

  return {
    world,
    calls,
    organisation,
    device,
    settings,
    shared,
    organisations,
    listening,
    count: (action: keyof IdentityCenter) => calls.filter((call) => call.action === action).length,
    failNext: (action: keyof IdentityCenter, with_: Failure) => failures.push({ action, failure: with_ }),
    /** The person says yes in the browser. */
    approveInBrowser: () => listening.at(-1)?.answer(ok('authorization-code')),
    refuseInBrowser: () =>
      listening.at(-1)?.answer(failed(failure('sign-in-refused', 'The sign-in was refused.', 'Start it again.'))),
    /** As an administrator does, or a sign-out elsewhere. */
    endAllTokens: () => liveTokens.clear(),
    endAllRefreshTokens: () => liveRefreshTokens.clear(),
    /** What another tool obtained. */
    addToken(accessToken: string, refreshToken?: string): void {
      liveTokens.add(accessToken);
      if (refreshToken) liveRefreshTokens.add(refreshToken);
    },
    /** Holds every answer back until the returned function is called. */
    hold(): () => void {
      let release = () => {};
      gate = new Promise((resolve) => {
        release = resolve;
      });
      return () => {
        gate = undefined;
        release();
      };
    },
  };
}

function invalidGrant() {
  return failure('sign-in-expired', 'The refresh token is of no use any more.', 'Sign in again.');
}
