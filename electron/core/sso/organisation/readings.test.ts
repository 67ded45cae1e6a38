import { describe, expect, it, vi } from 'vitest';
import type { FileEdit } from '../../contract.ts';
import { failure } from '../../failure.ts';
import { createFakeWorld } from '../../fakes/fake-world.ts';
import { createRolecall } from '../../rolecall.ts';

const corp = { sso_start_url: 'https://corp.example/start', sso_region: 'eu-central-1' };

async function setUp(accounts = 40, rolesEach = 5) {
  const fake = createFakeWorld({}, { corp });
  const { fakeSso, clock } = fake;
  for (let index = 0; index < accounts; index++)
    fakeSso.organisation.set(String(100_000_000_000 + index), {
      name: `Account ${index}`,
      roles: Array.from({ length: rolesEach }, (_, role) => `Role${role}`),
    });
  const rolecall = createRolecall(fake.world);
  await rolecall.start();
  const context = (signal = new AbortController().signal) =>
    ({ door: 'socket', asker: { through: 'popover' }, signal }) as const;
  async function signIn(): Promise<void> {
    await rolecall.handlers.startSsoSignIn({ session: 'corp', method: 'browser', openBrowser: true }, context());
    fakeSso.approveInBrowser();
    await rolecall.handlers.awaitSsoSignIn({ session: 'corp' }, context());
  }
  const read = (anew = false) => rolecall.handlers.readOrganisation({ session: 'corp', anew }, context());
  const over = () => rolecall.handlers.awaitOrganisation({ session: 'corp' }, context());
  /** Lets the clock run until the promise has settled; says how long that took. */
  async function run<T>(work: Promise<T>): Promise<{ value: T; tookMs: number }> {
    const startedAt = clock.now();
    let settled = false;
    void work.finally(() => {
      settled = true;
    });
    while (!settled) {
      for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate);
      if (!settled) clock.advance(10);
    }
    return { value: await work, tookMs: clock.now() - startedAt };
  }
  return { ...fake, rolecall, context, signIn, read, over, run };
}

describe('reading an organisation', () => {
  it('keeps to 15 requests a second, and reads every role', async () => {
    const { signIn, read, over, run, fakeSso } = await setUp(60);
    await signIn();
    await read();
    const { value, tookMs } = await run(over());
    expect(value).toMatchObject({ ok: true, value: { state: 'read', accounts: 60, accountsRead: 60, roles: 300 } });
    expect(fakeSso.count('listAccountRoles')).toBe(60);
    expect(tookMs).toBeGreaterThanOrEqual(((61 - 4) / 15) * 1000);
  });

  it('goes through all pages', async () => {
    const { signIn, read, over, run, fakeSso } = await setUp(7, 3);
    fakeSso.settings.pageSize = 2;
    await signIn();
    await read();
    expect((await run(over())).value).toMatchObject({ value: { accounts: 7, roles: 21 } });
  });

  it('waits as long as AWS says, and longer each time where it says nothing', async () => {
    const { signIn, read, over, run, fakeSso } = await setUp(3);
    await signIn();
    const throttled = failure('throttled', 'Too many requests.', 'Wait.');
    fakeSso.failNext('listAccounts', { ...throttled, retryAfterMs: 4_000 });
    fakeSso.failNext('listAccountRoles', throttled);
    fakeSso.failNext('listAccountRoles', throttled);
    fakeSso.failNext('listAccountRoles', failure('network', 'No network.', 'Check it.'));
    await read();
    const { value, tookMs } = await run(over());
    expect(value).toMatchObject({ ok: true, value: { roles: 15 } });
    expect(tookMs).toBeGreaterThanOrEqual(4_000);
  });

  it('takes nothing that AWS’s models do not allow, and no name that could pose as another', async () => {
    const { signIn, read, over, run, fakeSso, rolecall, context } = await setUp(0);
    fakeSso.organisation.set('111122223333', {
      name: 'Prod\u202Etxt\n[x]',
      roles: ['Reader', 'a b', 'x\ncredential_process = evil', ''],
    });
    fakeSso.organisation.set('12', { name: 'Short', roles: ['Reader'] });
    await signIn();
    await read();
    expect((await run(over())).value).toMatchObject({ ok: true, value: { accounts: 1, roles: 1 } });
    expect(await rolecall.handlers.organisation({ session: 'corp' }, context())).toMatchObject({
      value: { accounts: [{ accountId: '111122223333', accountName: 'Prod\uFFFDtxt\uFFFD[x]', roles: ['Reader'] }] },
    });
  });

  it('renews the token on the way', async () => {
    const { signIn, read, over, run, fakeSso } = await setUp(5);
    await signIn();
    fakeSso.endAllTokens();
    await read();
    expect((await run(over())).value).toMatchObject({ ok: true, value: { roles: 25 } });
  });

  it('stops when it is told to, and goes on there', async () => {
    const { signIn, read, over, run, rolecall, context, fakeSso, clock } = await setUp(30);
    await signIn();
    await read();
    const first = over();
    for (let step = 0; step < 60; step++) {
      for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate);
      clock.advance(10);
    }
    await rolecall.handlers.stopOrganisation({ session: 'corp' }, context());
    expect((await run(first)).value).toMatchObject({ ok: false, failure: { kind: 'cancelled' } });
    const asked = fakeSso.count('listAccountRoles');
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThan(30);
    await read();
    expect((await run(over())).value).toMatchObject({ value: { accountsRead: 30 } });
    expect(fakeSso.count('listAccounts')).toBe(1);
    expect(fakeSso.count('listAccountRoles')).toBeLessThanOrEqual(30 + 10);
  });

  it('goes on after a kill from what was on disk, without a secret there', async () => {
    const { signIn, read, fakeSso, clock, world, run } = await setUp(60);
    await signIn();
    await read();
    for (let step = 0; step < 300; step++) {
      for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate);
      clock.advance(10);
    }
    const [kept] = [...fakeSso.organisations.files.values()];
    expect(kept).not.toMatch(/token|secret/);
    const known = JSON.parse(kept ?? '{}').accounts.filter(({ roles }: { roles?: unknown }) => roles).length;
    expect(known).toBeGreaterThan(10);
    const asked = fakeSso.count('listAccountRoles');
    // The first program is gone, as after kill -9; a second one starts.
    const again = createRolecall(world);
    await again.start();
    const context = { door: 'socket', asker: { through: 'popover' }, signal: new AbortController().signal } as const;
    await again.handlers.readOrganisation({ session: 'corp', anew: false }, context);
    const over = again.handlers.awaitOrganisation({ session: 'corp' }, context);
    expect((await run(over)).value).toMatchObject({ value: { accountsRead: 60, roles: 300 } });
    expect(fakeSso.calls.slice(-200).filter(({ action }) => action === 'listAccounts')).toHaveLength(1);
    expect(asked).toBeLessThan(60);
  });

  it('fails with words when nobody is signed in any more, and keeps what it has', async () => {
    const { signIn, read, over, run, fakeSso, rolecall, context } = await setUp(20);
    await signIn();
    await read();
    fakeSso.endAllTokens();
    fakeSso.endAllRefreshTokens();
    expect((await run(over())).value).toMatchObject({ ok: false, failure: { kind: 'sign-in-needed' } });
    expect(await rolecall.handlers.organisationReading({ session: 'corp' }, context())).toMatchObject({
      value: { reading: { state: 'failed' } },
    });
  });
});

describe('importing', () => {
  it('plans, writes once what was shown, and remembers how', async () => {
    const { signIn, read, over, run, rolecall, context, edits, world } = await setUp(2, 2);
    await signIn();
    await read();
    await run(over());
    const planned = await rolecall.handlers.planSsoImport(
      { session: 'corp', mode: 'import', template: '{account_id}.{role}', region: 'eu-west-1' },
      context(),
    );
    expect(planned).toMatchObject({ ok: true, value: { counts: { added: 4, removed: 0 } } });
    const id = planned.ok ? planned.value.id : '';
    expect(await rolecall.handlers.applySsoImport({ id: 'another' }, context())).toMatchObject({ ok: false });
    expect(await rolecall.handlers.applySsoImport({ id }, context())).toMatchObject({ ok: true });
    expect(await rolecall.handlers.applySsoImport({ id }, context())).toMatchObject({ ok: false });
    expect(edits).toMatchObject([{ kind: 'profiles', add: [{ name: '100000000000.Role0' }, {}, {}, {}] }]);
    expect(world.settings.get().ssoImports.corp).toMatchObject({ template: '{account_id}.{role}' });
  });

  it('keeps what the person chose for a profile, and the active role, when a sync renames it', async () => {
    const { signIn, read, over, run, rolecall, context, edits, saveFiles, world, fakeSso } = await setUp(1, 1);
    const plan = async (mode: 'import' | 'sync') => {
      const planned = await rolecall.handlers.planSsoImport({ session: 'corp', mode }, context());
      return rolecall.handlers.applySsoImport({ id: planned.ok ? planned.value.id : '' }, context());
    };
    await signIn();
    await read();
    await run(over());
    await plan('import');
    const [edit] = edits;
    const added = edit?.kind === 'profiles' ? edit.add[0] : undefined;
    saveFiles({ [added?.name ?? '']: Object.fromEntries(added?.keys ?? []) });
    await rolecall.handlers.snapshot({}, context());
    await rolecall.handlers.markCareful({ profile: 'Account-0-Role0', careful: true }, context());
    await rolecall.handlers.setSessionDefault({ profile: 'Account-0-Role0', ownCode: true }, context());
    await rolecall.handlers.switchProfile({ profile: 'Account-0-Role0', confirm: 'Account-0-Role0' }, context());
    fakeSso.organisation.set('100000000000', { name: 'Production', roles: ['Role0'] });
    await read(true);
    await run(over());
    const { apply } = world.files;
    Object.assign(world.files, {
      apply: (edit: FileEdit) => {
        saveFiles({ 'Production-Role0': Object.fromEntries(added?.keys ?? []) });
        return apply(edit);
      },
    });
    expect(await plan('sync')).toMatchObject({ value: { counts: { renamed: 1 } } });
    expect(rolecall.states.activeProfile()).toBe('Production-Role0');
    await vi.waitFor(() => expect(rolecall.states.get('Production-Role0').state).toBe('active'));
    expect(world.settings.get()).toMatchObject({
      careful: ['Production-Role0'],
      sessionDefaults: { 'Production-Role0': { ownCode: true } },
    });
  });

  it('refuses a template that would give one name to many', async () => {
    const { signIn, read, over, run, rolecall, context } = await setUp(1, 1);
    await signIn();
    await read();
    await run(over());
    const planned = rolecall.handlers.planSsoImport({ session: 'corp', mode: 'import', template: '{role}' }, context());
    expect(await planned).toMatchObject({ failure: { kind: 'bad-input' } });
  });

  it('says that the organisation was not read yet', async () => {
    const { rolecall, context } = await setUp(1, 1);
    expect(await rolecall.handlers.planSsoImport({ session: 'corp', mode: 'sync' }, context())).toMatchObject({
      failure: { kind: 'bad-input', remedy: expect.stringContaining('sso import') },
    });
    await vi.waitFor(async () =>
      expect(await rolecall.handlers.organisationReading({ session: 'corp' }, context())).toMatchObject({
        value: { reading: null },
      }),
    );
  });
});
