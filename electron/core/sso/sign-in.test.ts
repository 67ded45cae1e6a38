import { describe, expect, it, vi } from 'vitest';
import { TOOL_WAITS_MS } from './access.ts';
import { HOUR, setUp } from './sso.fixture.ts';

describe('a sign-in to IAM Identity Center', () => {
  it('is started by a switch, and serves the role', async () => {
    const { call, fakeSso, browserWaits, opened } = await setUp();
    const switched = call('switchProfile', { profile: 'reader' }, 'popover');
    await browserWaits();
    fakeSso.approveInBrowser();
    expect(await switched).toMatchObject({ ok: true });
    expect(opened).toEqual(['https://oidc.example/authorize?state=state-0']);
    expect(fakeSso.calls.at(-1)).toMatchObject({
      action: 'getRoleCredentials',
      input: { accountId: '012345678901', roleName: 'Reader' },
    });
  });

  it('listens before the browser opens', async () => {
    const { world, call, fakeSso } = await setUp();
    const openedWhile: number[] = [];
    Object.assign(world.browser, {
      open: async () => {
        openedWhile.push(fakeSso.listening.length);
        return { ok: true, value: undefined };
      },
    });
    await call('startSsoSignIn', { session: 'corp' });
    expect(openedWhile).toEqual([1]);
  });

  it('is one for any number of callers, and one GetRoleCredentials for each role', async () => {
    const { call, fakeSso, browserWaits, opened } = await setUp();
    const tools = Array.from({ length: 25 }, () => [
      call('credentials', { profile: 'reader' }),
      call('credentials', { profile: 'admin' }),
    ]).flat();
    const person = [
      call('switchProfile', { profile: 'reader' }, 'popover'),
      call('switchProfile', { profile: 'admin' }, 'popover'),
    ];
    await browserWaits();
    fakeSso.approveInBrowser();
    const answers = await Promise.all([...tools, person[1] as (typeof tools)[0]]);
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(opened).toHaveLength(1);
    expect(fakeSso.count('createToken')).toBe(1);
    expect(fakeSso.count('getRoleCredentials')).toBe(2);
  });

  it('falls back to a code where nothing can listen, and where there is no browser', async () => {
    const { call, fakeSso, clock, world } = await setUp();
    fakeSso.settings.mayListen = false;
    expect(await call('startSsoSignIn', { session: 'corp' })).toMatchObject({
      value: { signIn: { method: 'device', userCode: 'ABCD-EFGH', browserOpened: true } },
    });
    await call('cancelSsoSignIn', { session: 'corp' });
    await vi.waitFor(async () =>
      expect(await call('ssoSessions', {})).toMatchObject({ value: { sessions: [{ state: 'signed-out' }, {}] } }),
    );
    fakeSso.settings.mayListen = true;
    Object.assign(world.browser, { open: async () => ({ ok: false, failure: {} }) });
    expect(await call('startSsoSignIn', { session: 'corp' })).toMatchObject({
      value: { signIn: { method: 'device', userCode: 'ABCD-EFGH', browserOpened: false } },
    });
    fakeSso.device.state = 'approved';
    const over = call('awaitSsoSignIn', { session: 'corp' });
    clock.advance(5_000);
    expect(await over).toMatchObject({ ok: true });
  });

  it('honours the interval, and slows down when AWS says so', async () => {
    const { call, fakeSso, clock } = await setUp();
    await call('startSsoSignIn', { session: 'corp', method: 'device' });
    const over = call('awaitSsoSignIn', { session: 'corp' });
    const polls = () => fakeSso.count('createToken');
    const step = async (ms: number) => {
      clock.advance(ms);
      await new Promise(setImmediate);
      return polls();
    };
    await vi.waitFor(() => expect(clock.pending()).toBeGreaterThan(1));
    expect(await step(4_999)).toBe(0);
    expect(await step(1)).toBe(1);
    fakeSso.device.state = 'slow-down';
    expect(await step(5_000)).toBe(2);
    fakeSso.device.state = 'pending';
    expect(await step(9_999)).toBe(2);
    expect(await step(1)).toBe(3);
    fakeSso.device.state = 'approved';
    expect(await step(10_000)).toBe(4);
    expect(await over).toMatchObject({ ok: true });
  });

  it('goes by AWS’s clock where this computer’s is off, and shows the ends by this one’s', async () => {
    const { call, fakeSso, clock, world } = await setUp();
    clock.set(30 * 60_000);
    world.awsClock.answered({ dateAt: clock.trueNow(), sentSteadyMs: clock.steadyMs() });
    const started = await call('startSsoSignIn', { session: 'corp', method: 'device' });
    // AWS tells its time in whole seconds.
    const isAbout = (at: number) => expect.toSatisfy((told: number) => Math.abs(told - at) <= 1000);
    expect(started.value.signIn).toMatchObject({ endsAt: isAbout(clock.now() + 10 * 60_000) });
    const over = call('awaitSsoSignIn', { session: 'corp' });
    await vi.waitFor(() => expect(clock.pending()).toBeGreaterThan(1));
    fakeSso.device.state = 'approved';
    clock.advance(5_000);
    expect(await over).toMatchObject({
      ok: true,
      value: { state: 'signed-in', expiresAt: isAbout(clock.now() + HOUR) },
    });
  });

  it('says when a code ran out, and starts over when asked', async () => {
    const { call, fakeSso, clock } = await setUp();
    await call('startSsoSignIn', { session: 'corp', method: 'device' });
    fakeSso.device.state = 'expired';
    const over = call('awaitSsoSignIn', { session: 'corp' });
    await vi.waitFor(() => expect(clock.pending()).toBeGreaterThan(1));
    clock.advance(5_000);
    expect(await over).toMatchObject({ ok: false, failure: { kind: 'sign-in-expired' } });
    expect(await call('startSsoSignIn', { session: 'corp', method: 'device' })).toMatchObject({ ok: true });
    expect(fakeSso.count('registerClient')).toBe(1);
  });

  it('ends by itself when nobody comes back from the browser', async () => {
    const { call, clock } = await setUp();
    await call('startSsoSignIn', { session: 'corp' });
    const over = call('awaitSsoSignIn', { session: 'corp' });
    clock.advance(10 * 60_000);
    expect(await over).toMatchObject({ ok: false, failure: { kind: 'sign-in-expired' } });
  });

  it('puts its code or link on the clipboard, and opens its page again', async () => {
    const { call, opened, copied } = await setUp();
    expect(await call('handOffSsoSignIn', { session: 'corp', how: 'open' }, 'popover')).toMatchObject({ ok: false });
    await call('startSsoSignIn', { session: 'corp', method: 'device' });
    await call('handOffSsoSignIn', { session: 'corp', how: 'copy-code' }, 'popover');
    await call('handOffSsoSignIn', { session: 'corp', how: 'copy-link' }, 'popover');
    await call('handOffSsoSignIn', { session: 'corp', how: 'open' }, 'popover');
    expect(copied).toEqual(['ABCD-EFGH', 'https://device.example/?user_code=ABCD-EFGH']);
    expect(opened).toHaveLength(2);
  });

  it('is cancelled by who started it, and by the one caller that waits for it', async () => {
    const { call, browserWaits } = await setUp();
    await call('startSsoSignIn', { session: 'corp' });
    const over = call('awaitSsoSignIn', { session: 'corp' });
    await call('cancelSsoSignIn', { session: 'corp' });
    expect(await over).toMatchObject({ ok: false, failure: { kind: 'cancelled' } });
    const left = new AbortController();
    const switched = call('switchProfile', { profile: 'reader' }, 'popover', left.signal);
    await browserWaits(2);
    left.abort();
    expect(await switched).toMatchObject({ ok: false, failure: { kind: 'cancelled' } });
    await vi.waitFor(async () =>
      expect(await call('ssoSessions', {})).toMatchObject({ value: { sessions: [{ state: 'signed-out' }, {}] } }),
    );
  });

  it('serves no role of who was signed in before, also where another was assumed from it', async () => {
    const { call, fakeSso, fakeSts, signIn } = await setUp();
    await signIn();
    expect(await call('credentials', { profile: 'chained' })).toMatchObject({ ok: true });
    await signIn();
    expect(await call('credentials', { profile: 'reader' })).toMatchObject({ ok: true });
    expect(await call('credentials', { profile: 'chained' })).toMatchObject({ ok: true });
    const tokens = fakeSso.calls.flatMap(({ action, input }) =>
      action === 'getRoleCredentials' ? [input.accessToken] : [],
    );
    expect(new Set(tokens).size).toBe(2);
    const assumedBy = fakeSts.calls.filter(({ action }) => action === 'assumeRole').map(({ by }) => by);
    expect(new Set(assumedBy).size).toBe(2);
  });

  it('is followed by the roles that are in use, without anybody asking for them', async () => {
    const { call, fakeSso, rolecall, signIn } = await setUp();
    await signIn();
    await call('switchProfile', { profile: 'reader' }, 'popover');
    await signIn();
    await vi.waitFor(() => expect(fakeSso.count('getRoleCredentials')).toBe(2));
    await vi.waitFor(() => expect(rolecall.states.get('reader').state).toBe('active'));
  });

  it('reuses its registration until that expires', async () => {
    const { call, fakeSso, signIn, clock } = await setUp();
    await signIn();
    await call('ssoSignOut', { session: 'corp' });
    await call('startSsoSignIn', { session: 'corp' });
    await call('cancelSsoSignIn', { session: 'corp' });
    await signIn();
    expect(fakeSso.count('registerClient')).toBe(2);
    clock.advance(90 * 86_400_000);
    await signIn();
    expect(fakeSso.count('registerClient')).toBe(3);
  });
});

describe('never a storm', () => {
  it('opens nothing for tools: they are told once, and served when a person signs in', async () => {
    const { call, told, opened, signIn } = await setUp();
    const tools = Array.from({ length: 50 }, () => call('credentials', { profile: 'reader' }));
    await vi.waitFor(() => expect(told).toHaveLength(1));
    expect(told[0]).toMatchObject({ kind: 'sign-in-needed', profile: 'reader' });
    expect(opened).toEqual([]);
    await signIn();
    expect((await Promise.all(tools)).every((answer) => answer.ok)).toBe(true);
    expect(opened).toHaveLength(1);
    expect(told).toHaveLength(1);
  });

  it('asks nobody for a tool that has gone before it was known that somebody must sign in', async () => {
    const { call, told, world } = await setUp();
    const { read } = world.keychain;
    const left = new AbortController();
    Object.assign(world.keychain, {
      read: async (account: string) => {
        left.abort();
        return read(account);
      },
    });
    expect(await call('credentials', { profile: 'reader' }, 'socket', left.signal)).toMatchObject({ ok: false });
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
    expect(told).toEqual([]);
    expect(await call('ssoSessions', {})).toMatchObject({ value: { sessions: [{ wanted: false }, {}] } });
  });

  it('tells tools that nobody came, and the next ones at once', async () => {
    const { call, told, clock } = await setUp();
    const first = call('credentials', { profile: 'reader' });
    await vi.waitFor(() => expect(told).toHaveLength(1));
    clock.advance(TOOL_WAITS_MS);
    expect(await first).toMatchObject({ ok: false, failure: { kind: 'sign-in-needed' } });
    expect(await call('credentials', { profile: 'admin' })).toMatchObject({ failure: { kind: 'sign-in-needed' } });
    expect(told).toHaveLength(1);
  });

  it('cools down after a refusal: a command waits, a person’s act does not', async () => {
    const { call, fakeSso, browserWaits, opened, clock } = await setUp();
    const refused = call('switchProfile', { profile: 'reader' });
    await browserWaits();
    fakeSso.refuseInBrowser();
    expect(await refused).toMatchObject({ failure: { kind: 'sign-in-refused' } });
    expect(await call('switchProfile', { profile: 'reader' })).toMatchObject({ failure: { kind: 'sign-in-needed' } });
    expect(opened).toHaveLength(1);
    // Who sets the clock is neither asked at once nor kept waiting.
    clock.set(HOUR);
    expect(await call('switchProfile', { profile: 'reader' })).toMatchObject({ failure: { kind: 'sign-in-needed' } });
    clock.set(-2 * HOUR);
    clock.advance(30_000);
    void call('switchProfile', { profile: 'reader' });
    await browserWaits(2);
    fakeSso.refuseInBrowser();
    await vi.waitFor(async () =>
      expect(await call('ssoSessions', {})).toMatchObject({ value: { sessions: [{ state: 'signed-out' }, {}] } }),
    );
    void call('switchProfile', { profile: 'admin' }, 'popover');
    await browserWaits(3);
  });

  it('serves a session to its end rather than wait for a person', async () => {
    const { call, fakeSso, signIn, clock, told } = await setUp();
    await signIn('https://old.example/start');
    const first = await call('credentials', { profile: 'old' });
    clock.advance(HOUR - 10 * 60_000);
    fakeSso.endAllTokens();
    expect(await call('credentials', { profile: 'old' })).toEqual(first);
    expect(told).toEqual([]);
  });
});
