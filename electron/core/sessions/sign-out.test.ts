import { describe, expect, it, vi } from 'vitest';
import type { CallContext } from '../dispatch.ts';
import { failure } from '../failure.ts';
import { mfaSerial } from '../fakes/chains.ts';
import { createFakeWorld } from '../fakes/fake-world.ts';
import { failed, ok } from '../result.ts';
import { createRolecall } from '../rolecall.ts';

const roleArn = (name: string) => `arn:aws:iam::012345678901:role/${name}`;
const profiles = {
  ada: { mfa_serial: mfaSerial },
  bob: { region: 'us-east-1' },
  eve: { mfa_serial: `${mfaSerial}-eve` },
  developer: { role_arn: roleArn('Developer'), source_profile: 'ada', mfa_serial: mfaSerial },
  auditor: { role_arn: roleArn('Auditor'), source_profile: 'eve' },
  reader: { role_arn: roleArn('Reader'), source_profile: 'bob' },
  scoped: { role_arn: roleArn('Scoped'), source_profile: 'bob', rolecall_session_policy: '/p.json' },
};

async function setUp() {
  const fake = createFakeWorld(profiles);
  let opened = Promise.resolve();
  const read = fake.world.keychain.read;
  const keychain = {
    ...fake.world.keychain,
    read: async (account: string) => {
      await opened;
      return read(account);
    },
  };
  const rolecall = createRolecall({ ...fake.world, keychain });
  await rolecall.start();
  const { handlers } = rolecall;
  const context: CallContext = { door: 'socket', asker: { through: 'command' }, signal: new AbortController().signal };
  for (const profile of ['ada', 'bob', 'eve']) {
    const key = { profile, accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'canary-base-secret' };
    expect(await handlers.addAccessKey(key, context)).toMatchObject({ ok: true });
  }
  return {
    ...fake,
    rolecall,
    handlers,
    context,
    question: () => vi.waitFor(() => expect(rolecall.mfa.current()).not.toBeNull()),
    /** Lets every promise that can go on do so. */
    settle: () => new Promise((resolve) => setImmediate(resolve)),
    lockKeychain(): () => void {
      let unlock = () => {};
      opened = new Promise((resolve) => {
        unlock = resolve;
      });
      return () => unlock();
    },
  };
}

describe('signing out while a request is under way', () => {
  it.each([{ profile: 'developer' }, {}])('with a question open leaves the profile signed out: %j', async (who) => {
    const { handlers, context, rolecall, question, settle } = await setUp();
    const asked = handlers.credentials({ profile: 'developer' }, context);
    await question();
    await handlers.signOut(who, context);
    expect(await asked).toMatchObject({ ok: false });
    await settle();
    expect(rolecall.states.get('developer').state).toBe('signed-out');
    expect(await handlers.credentials({ profile: 'developer' }, context)).toMatchObject({
      failure: { kind: 'signed-out' },
    });
  });

  it('with its session policy being read asks AWS nothing afterwards', async () => {
    const { world, settle, fakeSts } = await setUp();
    let release = () => {};
    const read = new Promise<void>((resolve) => {
      release = resolve;
    });
    let isReading = false;
    const rolecall = createRolecall({
      ...world,
      readPolicyFile: async () => {
        isReading = true;
        await read;
        return ok('{}');
      },
    });
    await rolecall.start();
    const context: CallContext = { door: 'socket', asker: { through: 'tray' }, signal: new AbortController().signal };
    const before = fakeSts.calls.length;
    const asked = rolecall.handlers.credentials({ profile: 'scoped' }, context);
    await vi.waitFor(() => expect(isReading).toBe(true));
    await rolecall.handlers.signOut({}, context);
    release();
    expect(await asked).toMatchObject({ failure: { kind: 'signed-out' } });
    await settle();
    expect(fakeSts.calls.length).toBe(before);
  });

  it('with the keychain locked asks AWS nothing afterwards and shows no later state', async () => {
    const { handlers, context, rolecall, lockKeychain, settle, fakeSts } = await setUp();
    const unlock = lockKeychain();
    const before = fakeSts.calls.length;
    const asked = handlers.switchProfile({ profile: 'reader' }, context);
    await settle();
    await handlers.signOut({}, context);
    unlock();
    expect(await asked).toMatchObject({ ok: false });
    await settle();
    expect(rolecall.states.get('reader').state).toBe('signed-out');
    expect(fakeSts.calls).toHaveLength(before);
  });

  it('takes back the questions that wait in line, too', async () => {
    const { handlers, context, rolecall, question, settle } = await setUp();
    const asked = ['developer', 'auditor'].map((profile) => handlers.switchProfile({ profile }, context));
    await question();
    await vi.waitFor(() => expect(rolecall.mfa.current()?.waiting).toBe(1));
    await handlers.signOut({}, context);
    await settle();
    expect(rolecall.mfa.current()).toBeNull();
    for (const each of await Promise.all(asked)) expect(each).toMatchObject({ ok: false });
  });

  it('does not spoil the request that follows', async () => {
    const { handlers, context, rolecall, fakeSts, settle } = await setUp();
    const release = fakeSts.hold();
    const first = handlers.switchProfile({ profile: 'reader' }, context);
    await settle();
    await handlers.signOut({ profile: 'reader' }, context);
    const second = handlers.switchProfile({ profile: 'reader' }, context);
    await settle();
    release();
    expect(await first).toMatchObject({ ok: false });
    expect(await second).toMatchObject({ ok: true });
    expect(rolecall.states.get('reader').state).toBe('active');
  });

  it('at any instant ends in what was asked last', async () => {
    for (let ticks = 0; ticks < 40; ticks += 1) {
      const { handlers, context, rolecall, fakeSts, settle } = await setUp();
      const release = fakeSts.hold();
      const asked = handlers.switchProfile({ profile: 'reader' }, context);
      await settle();
      release();
      for (let tick = 0; tick < ticks; tick += 1) await Promise.resolve();
      void handlers.signOut({ profile: 'reader' }, context);
      await asked;
      await settle();
      expect([ticks, rolecall.states.get('reader').state]).toEqual([ticks, 'signed-out']);
      expect(rolecall.states.activeProfile()).toBeNull();
    }
  });
});

describe('a request that was given up', () => {
  it('changes no state any more, though another caller keeps the shared work going', async () => {
    const { handlers, context, rolecall, lockKeychain, question, settle, saveFiles } = await setUp();
    saveFiles({ ...profiles, other: { role_arn: roleArn('Other'), source_profile: 'ada', mfa_serial: mfaSerial } });
    await rolecall.catalog.settled();
    const unlock = lockKeychain();
    const gone = new AbortController();
    const first = handlers.switchProfile({ profile: 'developer' }, { ...context, signal: gone.signal });
    await settle();
    const second = handlers.switchProfile({ profile: 'other' }, context);
    await settle();
    gone.abort();
    await first;
    unlock();
    await question();
    expect(rolecall.states.get('developer').state).toBe('inactive');
    rolecall.mfa.cancel(rolecall.mfa.current()?.id ?? '');
    await second;
  });

  it('leaves a signed-out profile signed out, however many asked', async () => {
    const { handlers, context, rolecall, question } = await setUp();
    await handlers.signOut({ profile: 'developer' }, context);
    const asked = [1, 2].map(() => handlers.switchProfile({ profile: 'developer' }, context));
    await question();
    rolecall.mfa.cancel(rolecall.mfa.current()?.id ?? '');
    await Promise.all(asked);
    expect(rolecall.states.get('developer').state).toBe('signed-out');
  });
});

describe('a profile that was changed in the file while its session lives', () => {
  it('is signed out whole: the old session is gone when the file is put back', async () => {
    const { handlers, context, rolecall, saveFiles, fakeSts } = await setUp();
    await handlers.switchProfile({ profile: 'reader' }, context);
    saveFiles({ ...profiles, reader: { ...profiles.reader, role_arn: roleArn('Writer') } });
    await rolecall.catalog.settled();
    await handlers.signOut({ profile: 'reader' }, context);
    saveFiles(profiles);
    await rolecall.catalog.settled();
    const before = fakeSts.calls.length;
    await handlers.switchProfile({ profile: 'reader' }, context);
    expect(fakeSts.calls.length).toBe(before + 1);
  });

  it('can be signed out although it is gone from the file', async () => {
    const { handlers, context, rolecall, saveFiles } = await setUp();
    await handlers.switchProfile({ profile: 'reader' }, context);
    saveFiles({});
    await rolecall.catalog.settled();
    expect(await handlers.signOut({ profile: 'reader' }, context)).toMatchObject({ ok: true });
    expect(rolecall.states.activeProfile()).toBeNull();
    expect(await handlers.signOut({ profile: 'nobody' }, context)).toMatchObject({
      failure: { kind: 'profile-not-found' },
    });
  });
});

describe('the region of [default]', () => {
  it('that could not be moved is told: tools would go to the region of before', async () => {
    const fake = createFakeWorld({
      bob: { region: 'us-east-1', aws_access_key_id: 'AKIAIOSFODNN7EXAMPLE', aws_secret_access_key: 'canary' },
      default: { credential_process: '/x/rolecall credentials' },
    });
    const refusal = failure('file-write', 'read-only', 'allow it');
    const tell = vi.fn();
    const files = { ...fake.world.files, apply: async () => failed(refusal) };
    const rolecall = createRolecall({ ...fake.world, files, tell });
    await rolecall.start();
    const context: CallContext = { door: 'popover', asker: { through: 'tray' }, signal: new AbortController().signal };
    expect(await rolecall.handlers.switchProfile({ profile: 'bob' }, context)).toMatchObject({ ok: true });
    expect(tell).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ kind: 'file-write', remedy: 'allow it' }));
  });
});

describe('switching twice', () => {
  it('makes the one active that was chosen last, whichever answers first', async () => {
    const { handlers, context, rolecall, fakeSts, settle, edits } = await setUp();
    await handlers.switchProfile({ profile: 'bob' }, context);
    const release = fakeSts.hold();
    const slow = handlers.switchProfile({ profile: 'reader' }, context);
    await settle();
    expect(await handlers.switchProfile({ profile: 'bob' }, context)).toMatchObject({ ok: true });
    release();
    expect(await slow).toMatchObject({ failure: { kind: 'cancelled', message: expect.stringContaining('"bob"') } });
    expect(rolecall.states.activeProfile()).toBe('bob');
    expect(edits).toEqual([]);
  });
});

describe('what is shown of a profile that was changed in the file', () => {
  it('is that its session is none any more; a session that did not change stays', async () => {
    const { handlers, context, rolecall, saveFiles } = await setUp();
    await handlers.switchProfile({ profile: 'bob' }, context);
    await handlers.switchProfile({ profile: 'reader' }, context);
    saveFiles({ ...profiles, reader: { ...profiles.reader, role_arn: roleArn('Writer') } });
    await rolecall.catalog.settled();
    expect(rolecall.states.get('reader').state).toBe('inactive');
    expect(rolecall.states.get('bob').state).toBe('active');
    expect(rolecall.states.activeProfile()).toBe('reader');
  });

  it('stays while the file cannot be read as it was', async () => {
    const { handlers, context, rolecall, saveFiles } = await setUp();
    await handlers.switchProfile({ profile: 'reader' }, context);
    saveFiles({});
    await rolecall.catalog.settled();
    expect(rolecall.states.get('reader').state).toBe('active');
  });
});
