import { CreateTokenCommand, RegisterClientCommand, StartDeviceAuthorizationCommand } from '@aws-sdk/client-sso-oidc';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../sandbox.ts';
import {
  authorizeUrl,
  deviceGrant,
  oidcClient,
  press,
  redirectUri,
  registerForCode,
  signIn,
} from '../testing/identity-center-client.ts';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await createSandbox();
});
afterEach(() => sandbox.close());

/** The refusal's name, with OAuth's word for it. */
async function refused(call: Promise<unknown>): Promise<string> {
  const problem = await call.then(
    () => undefined,
    (error: { name: string; error?: string }) => `${error.name} ${error.error}`,
  );
  return problem ?? 'not refused';
}
const create = (input: Partial<CreateTokenCommand['input']> & { clientId: string; clientSecret: string }) =>
  oidcClient(sandbox).send(new CreateTokenCommand({ grantType: undefined, ...input }));

describe('a registration', () => {
  it('lasts 90 days, in seconds', async () => {
    const answer = await oidcClient(sandbox).send(new RegisterClientCommand({ clientName: 'a', clientType: 'public' }));
    expect((answer.clientSecretExpiresAt ?? 0) - (answer.clientIdIssuedAt ?? 0)).toBe(90 * 86_400);
    const client = { clientId: answer.clientId ?? '', clientSecret: answer.clientSecret ?? '' };
    const start = () =>
      oidcClient(sandbox).send(
        new StartDeviceAuthorizationCommand({ ...client, startUrl: sandbox.identityCenter.startUrl }),
      );
    await start();
    sandbox.clock.advance(90 * 86_400_000);
    expect(await refused(start())).toBe('InvalidClientException invalid_client');
  });

  it('is refused with what AWS refuses', async () => {
    const register = (more: object) =>
      refused(oidcClient(sandbox).send(new RegisterClientCommand({ clientName: 'a', clientType: 'public', ...more })));
    expect(await register({ clientType: 'secret' })).toBe('InvalidClientMetadataException invalid_client_metadata');
    expect(await register({ scopes: ['all'] })).toBe('InvalidScopeException invalid_scope');
    expect(await register({ grantTypes: ['password'] })).toBe('UnsupportedGrantTypeException unsupported_grant_type');
    expect(await register({ grantTypes: ['authorization_code'] })).toBe('InvalidRequestException invalid_request');
    expect(await register({ redirectUris: ['http://evil.example/'] })).toBe(
      'InvalidRedirectUriException invalid_redirect_uri',
    );
    expect(await register({ redirectUris: ['http://127.0.0.1@evil.example/'] })).toMatch(/^InvalidRedirectUri/);
    expect(await register({ clientName: undefined })).toBe('InvalidRequestException invalid_request');
  });
});

describe('a sign-in by code', () => {
  it('asks on a page, and sends back to whatever port listens', async () => {
    const { clientId } = await registerForCode(sandbox);
    const page = await fetch(authorizeUrl(sandbox, clientId).url);
    expect(page.headers.get('content-type')).toContain('text/html');
    const answer = await press(page, 'approve');
    const location = answer.headers.get('location') ?? '';
    expect(answer.status).toBe(302);
    expect(location).toContain(`${redirectUri}?code=`);
    expect(new URL(location).searchParams.get('state')).toBe('state-of-the-test');
  });

  it('gives tokens once, for the right verifier', async () => {
    const { tokens } = await signIn(sandbox);
    expect(tokens).toMatchObject({ tokenType: 'Bearer', expiresIn: 3600, refreshToken: expect.any(String) });
    const client = await registerForCode(sandbox);
    const tryCode = async (change: object) => {
      const { url, codeVerifier } = authorizeUrl(sandbox, client.clientId);
      const location = (await press(await fetch(url), 'approve')).headers.get('location') ?? '';
      const code = new URL(location).searchParams.get('code') ?? '';
      const input = { ...client, grantType: 'authorization_code', code, redirectUri, codeVerifier };
      const first = await refused(create({ ...input, ...change }));
      return [first, await refused(create(input))];
    };
    const invalid = 'InvalidGrantException invalid_grant';
    expect(await tryCode({})).toEqual(['not refused', invalid]);
    expect(await tryCode({ codeVerifier: 'x'.repeat(64) })).toEqual([invalid, invalid]);
    expect(await tryCode({ redirectUri: 'http://127.0.0.1:1/oauth/callback' })).toEqual([invalid, invalid]);
  });

  it('ends with the refusal, which goes back with the state', async () => {
    const { clientId } = await registerForCode(sandbox);
    const answer = await press(await fetch(authorizeUrl(sandbox, clientId).url), 'refuse');
    const { searchParams } = new URL(answer.headers.get('location') ?? '');
    expect([searchParams.get('error'), searchParams.get('state'), searchParams.get('code')]).toEqual([
      'access_denied',
      'state-of-the-test',
      null,
    ]);
  });

  it('shows what is wrong with a request, and sends it nowhere', async () => {
    const { clientId } = await registerForCode(sandbox);
    for (const more of [
      { redirect_uri: 'http://127.0.0.1:1/other' },
      { redirect_uri: 'http://127.0.0.1.evil.example/oauth/callback' },
      { redirect_uri: 'http://localhost:1/oauth/callback' },
      { client_id: 'nobody' },
      { response_type: 'token' },
      { code_challenge_method: 'plain' },
      { code_challenge: 'short' },
      { scopes: 'sso:account:access admin' },
    ] as Record<string, string>[]) {
      const answer = await fetch(authorizeUrl(sandbox, clientId, more).url, { redirect: 'manual' });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([400, 'text/html; charset=utf-8']);
    }
  });

  it('is over when the page has waited ten minutes', async () => {
    const { clientId } = await registerForCode(sandbox);
    const page = await fetch(authorizeUrl(sandbox, clientId).url);
    sandbox.clock.advance(600_000);
    expect((await press(page, 'approve')).status).toBe(400);
  });
});

describe('a sign-in by device code', () => {
  async function start(scopes?: string[]) {
    const { clientId = '', clientSecret = '' } = await oidcClient(sandbox).send(
      new RegisterClientCommand({ clientName: '<b>test</b>', clientType: 'public', ...(scopes && { scopes }) }),
    );
    const answer = await oidcClient(sandbox).send(
      new StartDeviceAuthorizationCommand({ clientId, clientSecret, startUrl: sandbox.identityCenter.startUrl }),
    );
    const poll = () => create({ clientId, clientSecret, grantType: deviceGrant, deviceCode: answer.deviceCode });
    return { answer, poll };
  }
  const pending = 'AuthorizationPendingException authorization_pending';

  it('waits for the person, who compares the code and answers', async () => {
    const { answer, poll } = await start(['sso:account:access']);
    expect(answer).toMatchObject({ expiresIn: 600, interval: 1, userCode: expect.stringMatching(/^\w{4}-\w{4}$/) });
    expect(await refused(poll())).toBe(pending);
    const page = await fetch(answer.verificationUriComplete ?? '');
    expect(await page.clone().text()).toContain(answer.userCode);
    expect(await page.clone().text()).not.toContain('<b>test');
    expect(await (await press(page, 'approve')).text()).toContain('Request approved');
    sandbox.clock.advance(1000);
    expect(await poll()).toMatchObject({ expiresIn: 3600, refreshToken: expect.any(String) });
    sandbox.clock.advance(1000);
    expect(await refused(poll())).toBe('InvalidGrantException invalid_grant');
  });

  it('takes a typed code, however it is typed', async () => {
    const { answer } = await start();
    const typed = async (code: string) =>
      (await fetch(`${answer.verificationUri}?${new URLSearchParams({ user_code: code })}`)).text();
    expect(await typed((answer.userCode ?? '').replace('-', '').toLowerCase())).toContain('Allow access');
    expect(await typed('BCDF-GHJK')).toContain('not known');
    expect(await (await fetch(answer.verificationUri ?? '')).text()).toContain('name="user_code"');
  });

  it('is slowed down when it polls too often, but not for the first two', async () => {
    const { poll } = await start();
    const slow = 'SlowDownException slow_down';
    expect([await refused(poll()), await refused(poll()), await refused(poll())]).toEqual([pending, pending, slow]);
    sandbox.clock.advance(1000);
    expect([await refused(poll()), await refused(poll())]).toEqual([pending, slow]);
  });

  it('ends with the refusal, or with time', async () => {
    const one = await start();
    sandbox.identityCenter.decide(one.answer.userCode ?? '', 'refuse');
    expect(await refused(one.poll())).toBe('AccessDeniedException access_denied');
    const other = await start();
    sandbox.clock.advance(600_000);
    expect(await refused(other.poll())).toBe('ExpiredTokenException expired_token');
  });

  it('of a client without scopes gives one token for the day, as legacy profiles have it', async () => {
    sandbox.identityCenter.answerAll('approve');
    const tokens = await (await start()).poll();
    expect([tokens.expiresIn, tokens.refreshToken]).toEqual([28_800, undefined]);
  });

  it('needs a known start URL', async () => {
    const client = await oidcClient(sandbox).send(new RegisterClientCommand({ clientName: 'a', clientType: 'public' }));
    const { clientId, clientSecret } = client;
    const startUrl = 'https://other.awsapps.com/start';
    const call = oidcClient(sandbox).send(new StartDeviceAuthorizationCommand({ clientId, clientSecret, startUrl }));
    expect(await refused(call)).toBe('InvalidRequestException invalid_request');
  });
});

describe('a refresh token', () => {
  const refresh = (of: { clientId: string; clientSecret: string; refreshToken: string }) => {
    const { clientId, clientSecret, refreshToken } = of;
    return create({ clientId, clientSecret, refreshToken, grantType: 'refresh_token' });
  };
  const invalid = 'InvalidGrantException invalid_grant';

  it('works once, and brings the next one', async () => {
    const session = await signIn(sandbox);
    const next = await refresh(session);
    expect(next.refreshToken).not.toBe(session.refreshToken);
    expect(await refused(refresh(session))).toBe(invalid);
    await refresh({ ...session, refreshToken: next.refreshToken ?? '' });
  });

  it('of twenty at once lets one through', async () => {
    const session = await signIn(sandbox);
    const answers = await Promise.all(Array.from({ length: 20 }, () => refused(refresh(session))));
    expect(answers.filter((answer) => answer === 'not refused')).toHaveLength(1);
    expect(new Set(answers)).toEqual(new Set(['not refused', invalid]));
  });

  it('ends with the sign-in, for its client only', async () => {
    const session = await signIn(sandbox);
    const other = await registerForCode(sandbox);
    expect(await refused(refresh({ ...session, ...other }))).toBe(invalid);
    sandbox.clock.advance(8 * 3_600_000);
    expect(await refused(refresh(session))).toBe(invalid);
    const later = await signIn(sandbox);
    sandbox.identityCenter.endSessions();
    expect(await refused(refresh(later))).toBe(invalid);
  });
});

it('refuses clients and grants it does not know', async () => {
  const client = await registerForCode(sandbox);
  const wrong = { ...client, clientSecret: 'wrong' };
  expect(await refused(create({ ...wrong, grantType: 'refresh_token' }))).toBe('InvalidClientException invalid_client');
  expect(await refused(create({ ...client, grantType: 'password' }))).toMatch(/^UnsupportedGrantType/);
  expect(await refused(create({ ...client, grantType: deviceGrant, deviceCode: 'x' }))).toMatch(/^UnauthorizedClient/);
  expect(await refused(create({ ...client, grantType: 'refresh_token' }))).toMatch(/^InvalidRequest/);
});

it('keeps secrets out of the request log', async () => {
  const { clientSecret, refreshToken, accessToken } = await signIn(sandbox);
  const log = JSON.stringify(sandbox.requests());
  for (const secret of [clientSecret, refreshToken, accessToken]) expect(log).not.toContain(secret);
  expect(sandbox.countOf('CreateToken')).toBe(1);
});
