import { describe, expect, it, vi } from 'vitest';
import type { Failure } from '../failure.ts';
import { createRolecall } from '../rolecall.ts';
import { HOUR, setUp } from './sso.fixture.ts';

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

  it('lets no look-up that comes meanwhile renew what is being forgotten', async () => {
    const { call, world, fakeSso, items, signIn, rolecall } = await setUp();
    await signIn();
    fakeSso.failNext('logout', { kind: 'network', message: 'No network.', remedy: 'Check it.' });
    const { remove } = world.keychain;
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let removing = false;
    Object.assign(world.keychain, {
      remove: async (account: string) => {
        removing = true;
        await held;
        return remove(account);
      },
    });
    const session = rolecall.sso.sessionNamed('corp');
    if (!session.ok) throw new Error('no session');
    const out = call('ssoSignOut', { session: 'corp' });
    await vi.waitFor(() => expect(removing).toBe(true));
    const found = rolecall.sso.tokens.find(session.value);
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
    release();
    expect(await found).toMatchObject({ failure: { kind: 'sign-in-needed' } });
    expect(await out).toMatchObject({ ok: true });
    expect(items.size).toBe(0);
    expect(rolecall.sso.tokens.inMemory(session.value)).toBeUndefined();
    expect(fakeSso.count('createToken')).toBe(1);
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
