import { describe, expect, it, vi } from 'vitest';
import { type CallName, calls } from './contract.ts';
import type { CallContext } from './dispatch.ts';
import { mfaSerial } from './fakes/chains.ts';
import { createFakeWorld } from './fakes/fake-world.ts';
import { createRolecall } from './rolecall.ts';

const roleArn = (name: string) => `arn:aws:iam::012345678901:role/${name}`;

async function setUp() {
  const fake = createFakeWorld({
    ada: { region: 'eu-west-1', mfa_serial: mfaSerial },
    developer: { role_arn: roleArn('Developer'), source_profile: 'ada', mfa_serial: mfaSerial, region: 'eu-central-1' },
    auditor: { role_arn: roleArn('Auditor'), source_profile: 'ada', mfa_serial: mfaSerial },
    reader: { role_arn: roleArn('Reader'), source_profile: 'bob' },
    bob: { region: 'us-east-1' },
  });
  const rolecall = createRolecall(fake.world);
  await rolecall.start();
  const { handlers } = rolecall;
  const context: CallContext = { door: 'socket', asker: { through: 'command' }, signal: new AbortController().signal };
  for (const profile of ['ada', 'bob']) {
    const key = { profile, accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'canary-base-secret' };
    expect(await handlers.addAccessKey(key, context)).toMatchObject({ ok: true });
  }
  const type = async (code: string) => {
    await vi.waitFor(() => expect(rolecall.mfa.current()).not.toBeNull());
    await handlers.answerQuestion({ id: rolecall.mfa.current()?.id ?? '', code }, context);
  };
  return { ...fake, rolecall, handlers, context, type };
}

const state = async ({ handlers, context }: Awaited<ReturnType<typeof setUp>>, profile: string) => {
  const snapshot = await handlers.snapshot({}, context);
  return snapshot.ok ? (snapshot.value.sessions.byProfile[profile] ?? { state: 'inactive' }) : undefined;
};

it('answers what a window stands still for from memory, whatever the disk does', async () => {
  const fake = createFakeWorld({ reader: { role_arn: roleArn('Reader'), source_profile: 'bob' } });
  const never = () => new Promise<never>(() => undefined);
  let silent = false;
  const { files } = fake.world;
  const { handlers, start } = createRolecall({
    ...fake.world,
    files: {
      ...files,
      read: () => (silent ? never() : files.read()),
      isCurrent: () => (silent ? never() : files.isCurrent()),
    },
  });
  await start();
  silent = true;
  const context: CallContext = { door: 'popover', asker: { through: 'popover' }, signal: new AbortController().signal };
  const inputs = { listProfiles: { query: 'reader', from: 0, count: 32 } };
  const atOnce = (Object.keys(calls) as CallName[]).filter((name) => 'atOnce' in calls[name]);
  expect(atOnce).toEqual(Object.keys(inputs));
  expect(await handlers.listProfiles(inputs.listProfiles, context)).toMatchObject({ value: { rowCount: 1 } });
});

describe('switching', () => {
  it('asks for a code once, makes the profile active, remembers it, and serves tools that name no profile', async () => {
    const all = await setUp();
    const { handlers, context, type, rolecall } = all;
    const switched = handlers.switchProfile({ profile: 'developer' }, context);
    await type('123456');
    expect(await switched).toMatchObject({ ok: true, value: { profile: 'developer' } });
    expect(await state(all, 'developer')).toMatchObject({ state: 'active' });
    expect(rolecall.states.activeProfile()).toBe('developer');
    expect(rolecall.catalog.view().rows.find((row) => row.name === 'developer')?.lastUsedAt).toBeDefined();
    expect(await handlers.credentials({}, context)).toMatchObject({
      ok: true,
      value: { Version: 1, AccountId: '012345678901' },
    });
    expect(await handlers.switchProfile({ profile: 'auditor' }, context)).toMatchObject({ ok: true });
  });

  it('shows what it waits for, and leaves the state as it was after a cancel', async () => {
    const all = await setUp();
    const { handlers, context, rolecall } = all;
    const switched = handlers.switchProfile({ profile: 'developer' }, context);
    await vi.waitFor(() => expect(rolecall.states.get('developer')).toMatchObject({ waitingFor: 'code' }));
    await handlers.cancelQuestion({ id: rolecall.mfa.current()?.id ?? '' }, context);
    expect(await switched).toMatchObject({ failure: { kind: 'cancelled' } });
    expect(await state(all, 'developer')).toEqual({ state: 'inactive' });
    expect(rolecall.states.activeProfile()).toBeNull();
  });

  it('marks what ran out as expired and keeps it as the active profile', async () => {
    const all = await setUp();
    await all.handlers.switchProfile({ profile: 'reader' }, all.context);
    all.clock.advance(3_600_000);
    expect(await state(all, 'reader')).toMatchObject({ state: 'expired' });
    expect(all.rolecall.states.activeProfile()).toBe('reader');
  });

  it('refuses a tool that names no profile while none is active', async () => {
    const { handlers, context } = await setUp();
    expect(await handlers.credentials({}, context)).toMatchObject({ failure: { kind: 'no-active-profile' } });
  });
});

describe('signing out', () => {
  it('refuses the next tool until a person switches again', async () => {
    const all = await setUp();
    const { handlers, context } = all;
    await handlers.switchProfile({ profile: 'reader' }, context);
    await handlers.signOut({ profile: 'reader' }, context);
    expect(await handlers.credentials({ profile: 'reader' }, context)).toMatchObject({
      failure: { kind: 'signed-out' },
    });
    expect(await handlers.credentials({}, context)).toMatchObject({ failure: { kind: 'no-active-profile' } });
    expect(await handlers.switchProfile({ profile: 'reader' }, context)).toMatchObject({ ok: true });
    expect(await handlers.credentials({ profile: 'reader' }, context)).toMatchObject({ ok: true });
  });

  it('of all ends MFA sessions and open questions', async () => {
    const { handlers, context, type, rolecall } = await setUp();
    const first = handlers.switchProfile({ profile: 'developer' }, context);
    await type('123456');
    await first;
    expect(await handlers.signOut({}, context)).toEqual({ ok: true, value: { signedOut: ['developer'] } });
    const again = handlers.switchProfile({ profile: 'auditor' }, context);
    await vi.waitFor(() => expect(rolecall.mfa.current()).not.toBeNull());
    await handlers.signOut({}, context);
    expect(await again).toMatchObject({ ok: false });
    expect(rolecall.mfa.current()).toBeNull();
  });
});

describe('base keys', () => {
  it('are proved before they are saved, shown masked, and never told', async () => {
    const { handlers, context, items, fakeSts } = await setUp();
    fakeSts.failNext('getCallerIdentity', { kind: 'key-invalid', message: 'unknown key', remedy: 'check it' });
    const typed = { profile: 'eve', accessKeyId: 'AKIAI44QH8DHBEXAMPLE', secretAccessKey: 'canary-wrong' };
    expect(await handlers.addAccessKey(typed, context)).toMatchObject({ failure: { kind: 'key-invalid' } });
    expect(items.has('eve')).toBe(false);
    const listed = await handlers.listAccessKeys({}, context);
    expect(JSON.stringify(listed)).not.toContain('canary');
    expect(listed).toMatchObject({ value: { accessKeys: [{ accessKeyId: 'AKIA…MPLE' }, {}] } });
  });

  it('that are gone are named with the way to put them back', async () => {
    const { handlers, context, items } = await setUp();
    items.clear();
    expect(await handlers.switchProfile({ profile: 'reader' }, context)).toMatchObject({
      failure: { kind: 'key-missing', remedy: expect.stringContaining('rolecall keys add bob') },
    });
  });
});

describe('keys in clear', () => {
  const role = { role_arn: roleArn('Reader'), source_profile: 'clear' };
  const key = { aws_access_key_id: 'AKIAIOSFODNN7EXAMPLE', aws_secret_access_key: 'canary-clear' };

  it('work where they stand', async () => {
    const { handlers, context, saveFiles, fakeSts, rolecall } = await setUp();
    saveFiles({ clear: key, role });
    await rolecall.catalog.settled();
    expect(await handlers.switchProfile({ profile: 'role' }, context)).toMatchObject({ ok: true });
    expect(fakeSts.calls.at(-1)).toMatchObject({ action: 'assumeRole', by: key.aws_access_key_id });
  });

  it('that are temporary are refused by name', async () => {
    const { handlers, context, saveFiles, rolecall } = await setUp();
    saveFiles({ clear: { ...key, aws_session_token: 'canary-token' }, role });
    await rolecall.catalog.settled();
    const result = await handlers.switchProfile({ profile: 'role' }, context);
    expect(result).toMatchObject({ failure: { kind: 'not-supported', profile: 'clear' } });
    expect(JSON.stringify(result)).not.toContain('canary');
  });
});

describe('the console', () => {
  it('opens in the browser without telling the link to the window', async () => {
    const { handlers, context, opened, links } = await setUp();
    expect(await handlers.openConsole({ profile: 'reader', service: 'ec2' }, context)).toEqual({ ok: true, value: {} });
    expect(opened).toHaveLength(1);
    expect(links[0]).toMatchObject({ service: 'ec2', partition: 'aws', sessionDurationSeconds: 3600 });
  });

  it('takes back what no browser has taken yet when it locks', async () => {
    const { handlers, context, opened, takenBack } = await setUp();
    await handlers.openConsole({ profile: 'reader' }, context);
    await handlers.lock({}, context);
    expect(opened).toHaveLength(1);
    expect(takenBack).toEqual(opened);
  });

  it('sends no duration for a role assumed from a session', async () => {
    const { handlers, context, links, type } = await setUp();
    const link = handlers.consoleLink({ profile: 'developer' }, context);
    await type('123456');
    await link;
    expect(links[0]).toMatchObject({ sessionDurationSeconds: undefined, region: 'eu-central-1' });
  });

  it('of a user goes through GetFederationToken', async () => {
    const { handlers, context, fakeSts } = await setUp();
    await handlers.consoleLink({ profile: 'bob' }, context);
    expect(fakeSts.calls.map((call) => call.action)).toContain('getFederationToken');
  });
});

describe('a file that cannot be read', () => {
  it('is the reason, not a profile that is said to be missing', async () => {
    const { world } = createFakeWorld({});
    const problems = [
      { file: 'config', line: 1, message: 'config could not be read', remedy: 'Allow it', unreadable: true },
    ];
    const files = { ...world.files, read: async () => ({ ...(await world.files.read()), problems }) };
    const { handlers, start } = createRolecall({ ...world, files });
    await start();
    const context: CallContext = {
      door: 'socket',
      asker: { through: 'command' },
      signal: new AbortController().signal,
    };
    expect(await handlers.switchProfile({ profile: 'developer' }, context)).toMatchObject({
      failure: { kind: 'file-unreadable', message: 'config could not be read' },
    });
  });
});

describe('the list', () => {
  it('follows the file', async () => {
    const { rolecall, saveFiles } = await setUp();
    saveFiles({ only: { role_arn: roleArn('Only'), source_profile: 'ada' } });
    await vi.waitFor(() => expect(rolecall.catalog.view().rows.map((row) => row.name)).toContain('only'));
    expect(rolecall.catalog.view().rows.map((row) => row.name)).not.toContain('developer');
  });

  it('is what the file says when somebody asks, also before the watch tells of a change', async () => {
    const all = await setUp();
    const { handlers, context, saveFilesUnseen } = all;
    saveFilesUnseen({ only: { role_arn: roleArn('Only'), source_profile: 'bob' }, bob: { region: 'us-east-1' } });
    expect(await handlers.switchProfile({ profile: 'only' }, context)).toMatchObject({ ok: true });
    saveFilesUnseen({ bob: { region: 'us-east-1' } });
    const asked = await Promise.all([1, 2, 3].map(() => handlers.credentials({ profile: 'only' }, context)));
    expect(asked).toMatchObject(Array(3).fill({ failure: { kind: 'profile-not-found' } }));
  });

  it('pins', async () => {
    const { rolecall, handlers, context } = await setUp();
    await handlers.pinProfile({ profile: 'reader', pinned: true }, context);
    expect(rolecall.catalog.view().rows.find((row) => row.name === 'reader')?.pinned).toBe(true);
  });
});

describe('the console of a service', () => {
  it('is opened where it was asked for, remembered, and copied without the window seeing the link', async () => {
    const { handlers, context, links, copied, world } = await setUp();
    expect(await handlers.openConsole({ profile: 'reader', service: 'ec2', region: 'us-east-1' }, context)).toEqual({
      ok: true,
      value: {},
    });
    expect(links.at(-1)).toMatchObject({ service: 'ec2', region: 'us-east-1' });
    expect(await handlers.copyConsoleLink({ profile: 'reader', service: 's3' }, context)).toMatchObject({ ok: true });
    expect(copied).toHaveLength(1);
    expect(world.settings.get().services).toEqual(['s3', 'ec2']);
    const choices = await handlers.consoleChoices({ profile: 'reader' }, context);
    expect(choices).toMatchObject({ value: { recentServices: ['s3', 'ec2'] } });
  });
});
