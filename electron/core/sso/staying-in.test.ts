import { describe, expect, it, vi } from 'vitest';
import { createRolecall } from '../rolecall.ts';
import { HOUR, setUp } from './sso.fixture.ts';

describe('staying in', () => {
  it('renews before the end, once for all, and keeps the new refresh token', async () => {
    const { call, fakeSso, signIn, clock } = await setUp();
    await signIn();
    for (let hour = 0; hour < 3; hour++) {
      clock.advance(HOUR - 60_000);
      const all = await Promise.all(
        Array.from({ length: 20 }, (_, i) => call('credentials', { profile: i % 2 ? 'reader' : 'admin' })),
      );
      expect(all.every((answer) => answer.ok)).toBe(true);
    }
    expect(fakeSso.calls.filter(({ input }) => input.kind === 'refresh')).toHaveLength(3);
  });

  it('does not give a refresh up with its caller: the token works once', async () => {
    const { call, fakeSso, signIn, clock } = await setUp();
    await signIn();
    clock.advance(HOUR);
    const release = fakeSso.hold();
    const left = new AbortController();
    const first = call('credentials', { profile: 'reader' }, 'socket', left.signal);
    await vi.waitFor(() => expect(fakeSso.calls.at(-1)).toMatchObject({ input: { kind: 'refresh' } }));
    left.abort();
    expect(await first).toMatchObject({ failure: { kind: 'cancelled' } });
    const second = call('credentials', { profile: 'reader' });
    release();
    expect(await second).toMatchObject({ ok: true });
    expect(fakeSso.calls.filter(({ input }) => input.kind === 'refresh')).toHaveLength(1);
  });

  it('renews after the portal refused a token that had not expired', async () => {
    const { call, fakeSso, signIn } = await setUp();
    await signIn();
    fakeSso.endAllTokens();
    expect(await call('credentials', { profile: 'reader' })).toMatchObject({ ok: true });
    expect(fakeSso.calls.filter(({ input }) => input.kind === 'refresh')).toHaveLength(1);
  });

  it('asks for a sign-in when the refresh token is of no use any more', async () => {
    const { call, fakeSso, signIn, clock, told } = await setUp();
    await signIn();
    clock.advance(HOUR);
    fakeSso.endAllRefreshTokens();
    void call('credentials', { profile: 'reader' });
    await vi.waitFor(() => expect(told.map(({ kind }) => kind)).toEqual(['sign-in-needed']));
    expect(await call('ssoSessions', {})).toMatchObject({
      value: { sessions: [{ name: 'corp', state: 'signed-out', wanted: true }, {}] },
    });
  });

  it('says that the network is away instead of asking for a sign-in', async () => {
    const { call, fakeSso, signIn, clock, opened } = await setUp();
    await signIn();
    clock.advance(HOUR);
    fakeSso.failNext('createToken', { kind: 'network', message: 'No network.', remedy: 'Check it.' });
    expect(await call('switchProfile', { profile: 'reader' }, 'popover')).toMatchObject({
      failure: { kind: 'network' },
    });
    expect(opened).toHaveLength(1);
    expect(await call('switchProfile', { profile: 'reader' }, 'popover')).toMatchObject({ ok: true });
  });

  it('gives the token of one place to no other that goes by the same name', async () => {
    const { world, signIn, rolecall } = await setUp();
    await signIn();
    const session = rolecall.sso.sessionNamed('corp');
    if (!session.ok) throw new Error('no session');
    const elsewhere = { ...session.value, startUrl: 'https://else.example/start' };
    expect(rolecall.sso.tokens.inMemory(session.value)).toBeDefined();
    expect(rolecall.sso.tokens.inMemory(elsewhere)).toBeUndefined();
    const again = createRolecall(world);
    await again.start();
    expect(await again.sso.tokens.find(elsewhere)).toMatchObject({ failure: { kind: 'sign-in-needed' } });
    expect(await again.sso.tokens.find(session.value)).toMatchObject({ ok: true });
  });

  it('is still signed in after a restart', async () => {
    const { world, signIn, fakeSso } = await setUp();
    await signIn();
    const again = createRolecall(world);
    await again.start();
    const context = { door: 'socket', asker: { through: 'command' }, signal: new AbortController().signal } as const;
    expect(await again.handlers.ssoSessions({}, context)).toMatchObject({
      value: { sessions: [{ name: 'corp', state: 'signed-in', renews: true }, {}] },
    });
    expect(await again.handlers.credentials({ profile: 'reader' }, context)).toMatchObject({ ok: true });
    expect(fakeSso.count('createToken')).toBe(1);
  });
});

describe('beside the AWS CLI', () => {
  it('uses its token while that lives, and never its refresh token', async () => {
    const { call, fakeSso, clock, told, opened } = await setUp();
    fakeSso.addToken('cli-token', 'cli-refresh');
    const client = { clientId: 'c', clientSecret: 's', expiresAt: clock.now() + 90 * 86_400_000 };
    const token = { accessToken: 'cli-token', refreshToken: 'cli-refresh', client, expiresAt: clock.now() + HOUR };
    fakeSso.shared.tokens.set('corp', token);
    expect(await call('ssoSessions', {})).toMatchObject({
      value: { sessions: [{ name: 'corp', state: 'signed-in', from: 'shared' }, {}] },
    });
    expect(await call('credentials', { profile: 'reader' })).toMatchObject({ ok: true });
    clock.advance(HOUR);
    void call('credentials', { profile: 'reader' });
    await vi.waitFor(() => expect(told).toHaveLength(1));
    expect(fakeSso.count('createToken')).toBe(0);
    expect(opened).toEqual([]);
  });

  it('takes what the AWS CLI renewed, where the person shares tokens with it', async () => {
    const { call, fakeSso, signIn, clock, rolecall } = await setUp();
    await rolecall.preferences.change({ shareSsoTokens: true });
    await signIn();
    const mine = fakeSso.shared.tokens.get('corp');
    expect(mine?.refreshToken).toBe('refresh-token-2');
    clock.advance(HOUR);
    // The AWS CLI was quicker: our refresh token is used up.
    fakeSso.endAllRefreshTokens();
    fakeSso.addToken('cli-renewed', 'cli-refresh');
    fakeSso.shared.tokens.set('corp', {
      ...mine,
      accessToken: 'cli-renewed',
      refreshToken: 'cli-refresh',
      expiresAt: clock.now() + HOUR,
    });
    expect(await call('credentials', { profile: 'reader' })).toMatchObject({ ok: true });
    expect(fakeSso.calls.filter(({ input }) => input.kind === 'refresh')).toHaveLength(0);
    clock.advance(HOUR);
    expect(await call('credentials', { profile: 'reader' })).toMatchObject({ ok: true });
    expect(fakeSso.shared.tokens.get('corp')?.accessToken).not.toBe('cli-renewed');
  });

  it('waits a moment for what the AWS CLI has renewed and not yet written', async () => {
    const { call, fakeSso, signIn, clock, rolecall, told } = await setUp();
    await rolecall.preferences.change({ shareSsoTokens: true });
    await signIn();
    const mine = fakeSso.shared.tokens.get('corp');
    clock.advance(HOUR);
    fakeSso.endAllRefreshTokens();
    const asked = call('credentials', { profile: 'reader' });
    await vi.waitFor(() => expect(fakeSso.calls.at(-1)).toMatchObject({ input: { kind: 'refresh' } }));
    await new Promise(setImmediate);
    fakeSso.addToken('cli-renewed', 'cli-refresh');
    const renewed = { accessToken: 'cli-renewed', refreshToken: 'cli-refresh', expiresAt: clock.now() + HOUR };
    fakeSso.shared.tokens.set('corp', { ...mine, ...renewed });
    clock.advance(1_000);
    expect(await asked).toMatchObject({ ok: true });
    expect(told).toEqual([]);
  });

  it.each([true, false])('follows whom it signs in next, at the next request (shares: %s)', async (shareSsoTokens) => {
    const { call, fakeSso, signIn, clock, rolecall } = await setUp();
    await rolecall.preferences.change({ shareSsoTokens });
    const cliSignsIn = (accessToken: string) => {
      fakeSso.addToken(accessToken);
      fakeSso.shared.tokens.set('corp', { accessToken, expiresAt: clock.now() + HOUR });
    };
    if (shareSsoTokens) await signIn();
    else cliSignsIn('cli-ada');
    await call('switchProfile', { profile: 'reader' }, 'popover');
    clock.advance(60_000);
    cliSignsIn('cli-bob');
    expect(await call('credentials', { profile: 'admin' })).toMatchObject({ ok: true });
    const asked = () =>
      fakeSso.calls.flatMap(({ action, input }) => (action === 'getRoleCredentials' ? [input] : [])).slice(1);
    // The role that was Ada's is Bob's as well from now on.
    await vi.waitFor(() =>
      expect(asked()).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ roleName: 'Admin', accessToken: 'cli-bob' }),
          expect.objectContaining({ roleName: 'Reader', accessToken: 'cli-bob' }),
        ]),
      ),
    );
    expect(asked()).toHaveLength(2);
  });

  it('is not followed where it shares nothing and Rolecall has a sign-in of its own', async () => {
    const { call, fakeSso, signIn, clock } = await setUp();
    await signIn();
    clock.advance(60_000);
    fakeSso.addToken('cli-bob');
    fakeSso.shared.tokens.set('corp', { accessToken: 'cli-bob', expiresAt: clock.now() + HOUR });
    expect(await call('credentials', { profile: 'admin' })).toMatchObject({ ok: true });
    expect(fakeSso.calls.at(-1)?.input).not.toMatchObject({ accessToken: 'cli-bob' });
  });

  it('writes nothing there unless asked to', async () => {
    const { fakeSso, signIn } = await setUp();
    await signIn();
    expect(fakeSso.shared.tokens.size).toBe(0);
  });
});
