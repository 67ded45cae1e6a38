import { describe, expect, it, vi } from 'vitest';
import type { Door } from '../contract.ts';
import { dispatch } from '../dispatch.ts';
import type { Failure } from '../failure.ts';
import { createFakeWorld } from '../fakes/fake-world.ts';
import { createRolecall, type DomainHandlers } from '../rolecall.ts';
import { TOOL_WAITS_MS } from './access.ts';

const corp = { sso_start_url: 'https://corp.example/start', sso_region: 'eu-central-1' };
const profiles = {
  reader: { sso_session: 'corp', sso_account_id: '012345678901', sso_role_name: 'Reader', region: 'eu-west-1' },
  admin: { sso_session: 'corp', sso_account_id: '012345678901', sso_role_name: 'Admin' },
  chained: { role_arn: 'arn:aws:iam::999999999999:role/deploy', source_profile: 'reader' },
  old: { ...corp, sso_start_url: 'https://old.example/start', sso_account_id: '012345678901', sso_role_name: 'Reader' },
};
const HOUR = 3_600_000;

async function setUp(more: Record<string, Record<string, string>> = {}) {
  const fake = createFakeWorld({ ...profiles, ...more }, { corp });
  const told: Failure[] = [];
  const rolecall = createRolecall({ ...fake.world, tell: (failure) => told.push(failure) });
  await rolecall.start();
  const handlers = rolecall.handlers as DomainHandlers & Parameters<typeof dispatch>[0];
  const through = { socket: 'command', popover: 'popover' } as const;
  const call = (name: string, input: object, door: 'socket' | 'popover' = 'socket', signal?: AbortSignal) =>
    dispatch(handlers, name, input, {
      door: door as Door,
      asker: { through: through[door] },
      signal: signal ?? new AbortController().signal,
    }) as Promise<{ ok: boolean; value: Record<string, unknown>; failure: Failure }>;
  const { fakeSso } = fake;
  const browserWaits = (count = 1) => vi.waitFor(() => expect(fake.opened).toHaveLength(count));
  async function signIn(session = 'corp'): Promise<void> {
    const count = fake.opened.length;
    await call('startSsoSignIn', { session });
    await browserWaits(count + 1);
    fakeSso.approveInBrowser();
    expect(await call('awaitSsoSignIn', { session })).toMatchObject({ ok: true, value: { state: 'signed-in' } });
  }
  return { ...fake, rolecall, call, told, signIn, browserWaits };
}

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

  it('writes nothing there unless asked to', async () => {
    const { fakeSso, signIn } = await setUp();
    await signIn();
    expect(fakeSso.shared.tokens.size).toBe(0);
  });
});

describe('sources and ends', () => {
  it('tells the windows of a sign-out also when the settings are slow to be written', async () => {
    const { world, rolecall, call, signIn } = await setUp();
    await signIn();
    const shown: unknown[] = [];
    rolecall.sso.onChange(() => void rolecall.sso.rows.all().then((rows) => shown.push(rows[0]?.state)));
    const { update } = world.settings;
    Object.assign(world.settings, {
      update: (change: Parameters<typeof update>[0]) => new Promise(setImmediate).then(() => update(change)),
    });
    expect(await call('ssoSignOut', { session: 'corp' })).toMatchObject({ ok: true });
    await vi.waitFor(() => expect(shown.at(-1)).toBe('signed-out'));
  });

  it('assumes a role from an Identity Center role, for an hour', async () => {
    const { call, signIn, fakeSts } = await setUp();
    await signIn();
    expect(await call('credentials', { profile: 'chained' })).toMatchObject({ ok: true });
    expect(fakeSts.calls).toMatchObject([{ action: 'assumeRole', input: { durationSeconds: 3600 } }]);
  });

  it('makes a console link without a duration, in the role’s partition', async () => {
    const { call, signIn, links } = await setUp();
    await signIn();
    expect(await call('openConsole', { profile: 'reader' })).toMatchObject({ ok: true });
    expect(links).toMatchObject([{ partition: 'aws', region: 'eu-west-1', sessionDurationSeconds: undefined }]);
  });

  it('links to the access portal without a sign-in or a secret, for roles that come straight from there', async () => {
    const { call, opened, fakeSso } = await setUp();
    expect(await call('openConsole', { profile: 'reader', portal: true })).toMatchObject({ ok: true });
    expect(opened).toEqual(['https://corp.example/start/#/console?account_id=012345678901&role_name=Reader']);
    expect(await call('consoleLink', { profile: 'chained', portal: true })).toMatchObject({
      failure: { kind: 'not-supported' },
    });
    expect(fakeSso.calls).toEqual([]);
  });

  it('waits for nobody once it is locked', async () => {
    const { call, browserWaits } = await setUp();
    await call('startSsoSignIn', { session: 'corp' });
    await browserWaits();
    const over = call('awaitSsoSignIn', { session: 'corp' });
    await call('lock', {});
    expect(await over).toMatchObject({ failure: { kind: 'cancelled' } });
    expect(await call('startSsoSignIn', { session: 'corp' })).toMatchObject({ failure: { kind: 'locked' } });
  });

  it('keeps its tokens in the keychain under a name no profile can have, and nowhere else', async () => {
    const { items, signIn, world } = await setUp();
    await signIn();
    expect([...items.keys()]).toEqual(['sso-session "corp"']);
    expect(JSON.stringify(world.settings.get())).not.toMatch(/token-|secret/);
  });

  it('signs out: at AWS, in the keychain, and of every session made from it', async () => {
    const { call, items, signIn, fakeSso, rolecall } = await setUp();
    await signIn();
    await call('switchProfile', { profile: 'reader' }, 'popover');
    await call('credentials', { profile: 'chained' });
    expect(await call('ssoSignOut', { session: 'corp' })).toMatchObject({
      value: { session: 'corp', revoked: true, signedOut: ['chained', 'reader'] },
    });
    expect(fakeSso.count('logout')).toBe(1);
    expect(items.size).toBe(0);
    expect(rolecall.states.activeProfile()).toBeNull();
    expect(await call('credentials', { profile: 'reader' })).toMatchObject({ failure: { kind: 'signed-out' } });
  });

  it('signs out: also of what only other roles were assumed from', async () => {
    const { call, signIn } = await setUp();
    await signIn();
    await call('credentials', { profile: 'chained' });
    await call('ssoSignOut', { session: 'corp' });
    let served = false;
    void call('credentials', { profile: 'reader' }).then(({ ok }) => {
      served = ok;
    });
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
    expect(served).toBe(false);
  });

  it('signs out of the sessions also when the keychain is locked, and says so', async () => {
    const { call, signIn, world } = await setUp();
    await signIn();
    await call('switchProfile', { profile: 'reader' }, 'popover');
    const locked: Failure = { kind: 'keychain-locked', message: 'Locked.', remedy: 'Unlock it.' };
    Object.assign(world.keychain, { remove: async () => ({ ok: false, failure: locked }) });
    expect(await call('ssoSignOut', { session: 'corp' })).toMatchObject({ failure: { kind: 'keychain-locked' } });
    expect(await call('credentials', { profile: 'reader' })).toMatchObject({ failure: { kind: 'signed-out' } });
  });

  it('keeps the refresh token that was renewed while it was being registered', async () => {
    const { call, clock, signIn, world, fakeSso, rolecall } = await setUp();
    await signIn();
    clock.advance(HOUR - 60_000);
    const { identityCenter } = fakeSso.world;
    const { registerClient } = identityCenter;
    Object.assign(identityCenter, {
      registerClient: async (...args: Parameters<typeof registerClient>) => {
        expect(await call('credentials', { profile: 'reader' })).toMatchObject({ ok: true });
        return registerClient(...args);
      },
    });
    await call('startSsoSignIn', { session: 'corp', method: 'device' });
    await call('cancelSsoSignIn', { session: 'corp' });
    rolecall.end();
    clock.advance(2 * HOUR);
    const again = createRolecall(world);
    await again.start();
    expect(fakeSso.count('createToken')).toBe(2);
    const session = again.sso.sessionNamed('corp');
    expect(session.ok && (await again.sso.tokens.find(session.value))).toMatchObject({ ok: true });
  });

  it('stays signed out when a sign-in was just being kept', async () => {
    const { call, world, fakeSso, items, browserWaits, rolecall } = await setUp();
    const { save } = world.keychain;
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await call('startSsoSignIn', { session: 'corp' });
    await browserWaits();
    let saving = false;
    Object.assign(world.keychain, {
      save: async (account: string, secret: string) => {
        saving = true;
        await held;
        return save(account, secret);
      },
    });
    fakeSso.approveInBrowser();
    await vi.waitFor(() => expect(saving).toBe(true));
    expect(await call('ssoSignOut', { session: 'corp' })).toMatchObject({ ok: true });
    release();
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
    expect(items.size).toBe(0);
    const session = rolecall.sso.sessionNamed('corp');
    expect(session.ok && rolecall.sso.tokens.inMemory(session.value)).toBeUndefined();
  });

  it('forgets also when AWS cannot be told, and says so', async () => {
    const { call, items, signIn, fakeSso } = await setUp();
    await signIn();
    fakeSso.failNext('logout', { kind: 'network', message: 'No network.', remedy: 'Check it.' });
    expect(await call('ssoSignOut', { session: 'corp' })).toMatchObject({ ok: true, value: { revoked: false } });
    expect(items.size).toBe(0);
  });

  it('asks which session is meant when there are several', async () => {
    const { call } = await setUp();
    expect(await call('startSsoSignIn', {})).toMatchObject({ failure: { kind: 'bad-input' } });
    expect(await call('startSsoSignIn', { session: 'nobody' })).toMatchObject({ failure: { kind: 'bad-input' } });
  });
});
