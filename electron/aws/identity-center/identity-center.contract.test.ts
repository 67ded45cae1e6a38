import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mainAccount } from '../../../e2e/sandbox/default-accounts.ts';
import { defaultSeed } from '../../../e2e/sandbox/default-seed.ts';
import { defaultIdentityCenter } from '../../../e2e/sandbox/identity-center/default-center.ts';
import { createOrganization } from '../../../e2e/sandbox/identity-center/organization.ts';
import { createSandbox, type Sandbox } from '../../../e2e/sandbox/sandbox.ts';
import { press } from '../../../e2e/sandbox/testing/identity-center-client.ts';
import type { SsoToken } from '../../core/sso/ports.ts';
import type { SsoSession } from '../../core/sso/sso-session.ts';
import { createIdentityCenter } from './identity-center.ts';
import { createPkce } from './pkce.ts';

const organization = [
  ...defaultIdentityCenter.organization,
  ...createOrganization({ seed: 7, accounts: 247, rolesPerAccount: 2 }),
];
const hourMs = 3_600_000;
const redirectUri = 'http://127.0.0.1:45678/oauth/callback';

let aws: Sandbox;
let session: SsoSession;
beforeEach(async () => {
  aws = await createSandbox({ ...defaultSeed, identityCenter: { ...defaultIdentityCenter, organization } });
  const { startUrl, region } = aws.identityCenter;
  session = { name: 'acme', startUrl, region, scopes: ['sso:account:access'], legacy: false };
});
afterEach(() => aws.close());

const center = () => createIdentityCenter({ env: aws.environment, now: aws.clock.now });
const context = () => ({ session });
const kind = (of: string) => ({ ok: false, failure: { kind: of } });

async function value<T>(result: Promise<{ ok: true; value: T } | { ok: false; failure: { message: string } }>) {
  const answer = await result;
  if (!answer.ok) throw new Error(answer.failure.message);
  return answer.value;
}
async function codeOf(decision: 'approve' | 'refuse') {
  const client = await value(center().registerClient('browser', context()));
  const { state, codeChallenge, codeVerifier } = createPkce();
  const url = center().authorizeUrl({ client, redirectUri, state, codeChallenge }, session);
  if (!url.ok) throw new Error(url.failure.message);
  const answer = await press(await fetch(url.value), decision);
  const query = new URL(answer.headers.get('location') ?? '').searchParams;
  expect(query.get('state')).toBe(state);
  return { client, codeVerifier, code: query.get('code') ?? '' };
}
async function signIn(): Promise<SsoToken> {
  const { client, ...code } = await codeOf('approve');
  const answer = await value(center().createToken({ kind: 'code', redirectUri, ...code }, client, context()));
  if (answer.state !== 'granted') throw new Error(answer.state);
  return answer.token;
}

describe('signing in at the sandbox, which checks what AWS checks', () => {
  it('by code: the token’s times are AWS’s', async () => {
    const token = await signIn();
    expect(token.expiresAt - aws.clock.now()).toBeLessThanOrEqual(hourMs);
    expect(token.expiresAt - aws.clock.now()).toBeGreaterThan(hourMs - 60_000);
    expect(token.client?.expiresAt).toBeGreaterThan(aws.clock.now() + 89 * 24 * hourMs);
  });

  it('by code: another verifier is of no use', async () => {
    const { client, code } = await codeOf('approve');
    const { codeVerifier } = createPkce();
    const answer = await center().createToken({ kind: 'code', redirectUri, code, codeVerifier }, client, context());
    expect(answer).toMatchObject(kind('sign-in-expired'));
  });

  it('by device: waits, slows down, and tells a refusal from an end', async () => {
    const client = await value(center().registerClient('device', context()));
    const device = await value(center().startDeviceAuthorization(client, context()));
    expect(device).toMatchObject({
      intervalMs: 1000,
      verificationUriComplete: expect.stringContaining(device.userCode),
    });
    const poll = () => center().createToken({ kind: 'device', deviceCode: device.deviceCode }, client, context());
    expect(await value(poll())).toEqual({ state: 'pending' });
    expect(await value(poll())).toEqual({ state: 'pending' });
    expect(await value(poll())).toEqual({ state: 'slow-down' });
    aws.identityCenter.decide(device.userCode, 'refuse');
    aws.clock.advance(6000);
    expect(await poll()).toMatchObject(kind('sign-in-refused'));
    aws.clock.advance(600_000);
    expect(await poll()).toMatchObject(kind('sign-in-expired'));
  });

  it('refreshes once with each refresh token, of a client that AWS knows', async () => {
    const { refreshToken = '', client } = await signIn();
    if (!client) throw new Error('no client');
    const refresh = () => center().createToken({ kind: 'refresh', refreshToken }, client, context());
    expect(await refresh()).toMatchObject({ ok: true, value: { state: 'granted' } });
    expect(await refresh()).toMatchObject(kind('sign-in-expired'));
    aws.identityCenter.expireClients();
    expect(await refresh()).toMatchObject(kind('sign-in-expired'));
  });

  it('sends a refresh token once, also when no answer comes', async () => {
    const { refreshToken = '', client } = await signIn();
    if (!client) throw new Error('no client');
    const sent = aws.countOf('CreateToken');
    aws.faults.add({ kind: 'drop', action: 'CreateToken', when: 'after', times: 1 });
    const answer = await center().createToken({ kind: 'refresh', refreshToken }, client, context());
    expect(answer).toMatchObject(kind('network'));
    expect(aws.countOf('CreateToken')).toBe(sent + 1);
  });
});

describe('the portal of the sandbox', () => {
  it('lists accounts and roles to the last page', async () => {
    const { accessToken } = await signIn();
    const names: string[] = [];
    let next: string | undefined;
    do {
      const page = await value(center().listAccounts({ next }, accessToken, context()));
      names.push(...page.items.map(({ accountName }) => accountName));
      next = page.next;
    } while (next !== undefined);
    expect(names).toEqual(organization.map(({ name }) => name));
    expect(aws.countOf('ListAccounts')).toBe(3);
    const roles = await value(center().listAccountRoles({ accountId: mainAccount }, accessToken, context()));
    expect(roles).toEqual({ items: ['AdministratorAccess', 'ReadOnlyAccess'], next: undefined });
  });

  it('hands out credentials that end in milliseconds', async () => {
    const { accessToken } = await signIn();
    const role = { accountId: mainAccount, roleName: 'ReadOnlyAccess' };
    const { expiresAt, partition } = await value(center().getRoleCredentials(role, accessToken, context()));
    expect(partition).toBe('aws');
    expect(expiresAt - aws.clock.now()).toBeGreaterThan(hourMs - 60_000);
    expect(expiresAt - aws.clock.now()).toBeLessThanOrEqual(hourMs);
  });

  it('refuses a dead token, a role that is not assigned, and haste', async () => {
    const { accessToken } = await signIn();
    const ask = (roleName: string) =>
      center().getRoleCredentials({ accountId: mainAccount, roleName }, accessToken, context());
    expect(await ask('Billing')).toMatchObject(kind('not-authorized'));
    const hasty = await Promise.all(
      Array.from({ length: 40 }, () => center().listAccounts({}, accessToken, context())),
    );
    const throttled = hasty.filter((answer) => !answer.ok);
    expect(throttled.length).toBeGreaterThan(0);
    expect(throttled.every((answer) => !answer.ok && answer.failure.kind === 'throttled')).toBe(true);
    expect(throttled.some((answer) => !answer.ok && answer.failure.retryAfterMs === 1000)).toBe(true);
    aws.clock.advance(2000);
    await value(center().logout(accessToken, context()));
    expect(await ask('ReadOnlyAccess')).toMatchObject(kind('sign-in-needed'));
  });
});
