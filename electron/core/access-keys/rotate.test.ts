import { describe, expect, it } from 'vitest';
import type { CallContext } from '../dispatch.ts';
import { failure } from '../failure.ts';
import { createFakeWorld } from '../fakes/fake-world.ts';
import { createRolecall } from '../rolecall.ts';

const context: CallContext = { door: 'socket', asker: { through: 'command' }, signal: new AbortController().signal };
const old = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'canary-old' };
const other = { accessKeyId: 'AKIAI44QH8DHBEXAMPLE', secretAccessKey: 'canary-other' };
const mfaSerial = 'arn:aws:iam::012345678901:mfa/ada';

async function setUp(profiles: Parameters<typeof createFakeWorld>[0] = { dev: { region: 'eu-west-1' } }) {
  const fake = createFakeWorld(profiles);
  fake.fakeIam.add(old);
  const rolecall = createRolecall(fake.world);
  await rolecall.start();
  await rolecall.handlers.addAccessKey({ profile: 'dev', ...old }, context);
  const steps: string[] = [];
  rolecall.rotations.onChange((running) => steps.push(...running.map(({ step }) => step)));
  const rotate = () =>
    rolecall.handlers.rotateAccessKey({ profile: 'dev' }, { ...context, signal: new AbortController().signal });
  const item = (profile = 'dev') => JSON.parse(fake.items.get(profile) ?? 'null');
  const row = () => fake.world.settings.get().accessKeys.dev;
  return { ...fake, rolecall, handlers: rolecall.handlers, rotate, steps, item, row };
}
/** The key in the keychain is one that IAM has, active, with this secret. */
function expectWorkingKey({ item, row, fakeIam }: Awaited<ReturnType<typeof setUp>>) {
  const stored = item();
  const named = [stored, stored.rotation?.old].find((key) => key?.accessKeyId === row()?.accessKeyId);
  expect(fakeIam.keys.get(named?.accessKeyId)).toMatchObject({
    status: 'active',
    secretAccessKey: named?.secretAccessKey,
  });
}

describe('a rotation', () => {
  it('creates, keeps, proves, makes inactive and deletes, in this order', async () => {
    const world = await setUp();
    const { rotate, fakeIam, fakeSts, item, row, steps } = world;
    expect(await rotate()).toEqual({ ok: true, value: { accessKeyId: 'AKIA…MPLE', replaced: 'AKIA…MPLE' } });
    expect([...fakeIam.keys.keys()]).toEqual(['AKIANEW000001EXAMPLE']);
    expect(item()).toEqual({ accessKeyId: 'AKIANEW000001EXAMPLE', secretAccessKey: 'new-secret-1' });
    expect(row()).toMatchObject({ accessKeyId: 'AKIANEW000001EXAMPLE' });
    expect(row()).not.toHaveProperty('rotatingSince');
    expect(fakeIam.calls.map(({ action, by }) => `${action} by ${by.slice(4, 7)}`)).toEqual([
      'listAccessKeys by IOS',
      'listAccessKeys by IOS',
      'createAccessKey by IOS',
      'updateAccessKey by NEW',
      'deleteAccessKey by NEW',
    ]);
    expect(fakeSts.calls.slice(1).map(({ by }) => by)).toEqual(['AKIANEW000001EXAMPLE', 'AKIANEW000001EXAMPLE']);
    expect(steps).toEqual(['looking', 'creating', 'proving', 'retiring', 'deleting']);
    expect(JSON.stringify(world.world.settings.get())).not.toMatch(/canary|new-secret/);
  });

  it('signs with one MFA session where the user has a device, also one that a role names', async () => {
    const { rotate, fakeIam, fakeSts, rolecall } = await setUp({
      dev: {},
      role: { role_arn: 'arn:aws:iam::012345678901:role/r', source_profile: 'dev', mfa_serial: mfaSerial },
    });
    rolecall.mfa.onChange((question) => {
      if (question && !question.checking) rolecall.mfa.answer(question.id, '123456');
    });
    expect((await rotate()).ok).toBe(true);
    expect(fakeSts.calls.filter(({ action }) => action === 'getSessionToken')).toHaveLength(1);
    expect(fakeIam.calls.every(({ by }) => by.startsWith('ASIA'))).toBe(true);
  });

  it('waits until AWS takes the new key', async () => {
    const { rotate, fakeSts, clock } = await setUp();
    for (let i = 0; i < 3; i++) fakeSts.failNext('getCallerIdentity', failure('key-invalid', 'Not yet.', 'Wait.'));
    const rotated = rotate();
    for (let i = 0; i < 200 && fakeSts.calls.length < 6; i++) {
      await Promise.resolve();
      if (clock.pending() > 0) clock.advance(1_000);
    }
    expect((await rotated).ok).toBe(true);
  });

  it('explains a second key, and leaves both alone', async () => {
    const { rotate, fakeIam, item } = await setUp();
    fakeIam.add(other, { createdAt: Date.UTC(2020, 1, 2) });
    fakeIam.uses.set(other.accessKeyId, { usedAt: Date.UTC(2021, 2, 3), service: 's3' });
    expect(await rotate()).toMatchObject({
      failure: {
        kind: 'limit-reached',
        message: expect.stringMatching(
          /AKIA…MPLE, which is active, made on 2020-02-02, last used on 2021-03-03 for s3/,
        ),
      },
    });
    expect(fakeIam.keys.size).toBe(2);
    expect(item()).toEqual(old);
  });

  it('refuses while the same key stands in clear, where deleting it would break what uses it', async () => {
    const { rotate, saveFiles, fakeIam } = await setUp();
    saveFiles({ dev: {}, clear: { aws_access_key_id: old.accessKeyId, aws_secret_access_key: 'canary' } });
    await Promise.resolve();
    expect(await rotate()).toMatchObject({ failure: { remedy: 'Take it in first: rolecall keys take clear' } });
    expect(fakeIam.calls).toEqual([]);
  });

  it('takes other profiles with the same key along', async () => {
    const { rotate, handlers, item, world } = await setUp();
    await handlers.addAccessKey({ profile: 'twin', ...old }, context);
    expect((await rotate()).ok).toBe(true);
    expect(item('twin')).toEqual(item());
    expect(world.settings.get().accessKeys.twin?.accessKeyId).toBe(item().accessKeyId);
  });

  it('deletes the key whose answer was lost, and no key of the person', async () => {
    const world = await setUp();
    const { rotate, fakeIam, item, clock } = world;
    fakeIam.failNext('createAccessKey', failure('network', 'Cut.', 'Again.'), 'after');
    expect(await rotate()).toMatchObject({ failure: { kind: 'network' } });
    expect(fakeIam.keys.size).toBe(2);
    expectWorkingKey(world);
    expect((await rotate()).ok).toBe(true);
    expect([...fakeIam.keys.keys()]).toEqual([item().accessKeyId]);

    fakeIam.failNext('createAccessKey', failure('network', 'Cut.', 'Again.'));
    await rotate();
    clock.advance(3_600_000);
    fakeIam.add(other);
    expect(await rotate()).toMatchObject({ failure: { kind: 'limit-reached' } });
    expect(fakeIam.keys.has(other.accessKeyId)).toBe(true);
    expect(item()).not.toHaveProperty('rotation');
  });

  it('is not cut short: neither removed, replaced nor put back meanwhile', async () => {
    const { rotate, handlers, fakeSts, fakeIam, rolecall } = await setUp();
    const release = fakeSts.hold();
    const rotating = rotate();
    while (rolecall.rotations.view()[0]?.step !== 'proving') await Promise.resolve();
    expect(await handlers.removeAccessKey({ profile: 'dev' }, context)).toMatchObject({ ok: false });
    expect(await handlers.addAccessKey({ profile: 'dev', ...other }, context)).toMatchObject({ ok: false });
    expect(await handlers.putKeyBack({ profile: 'dev' }, context)).toMatchObject({
      failure: { kind: 'already-there' },
    });
    expect(await handlers.takeKey({ profile: 'dev' }, context)).toMatchObject({ failure: { kind: 'already-there' } });
    release();
    expect((await rotating).ok).toBe(true);
    expect(fakeIam.keys.size).toBe(1);
  });

  it('leaves a second key alone that came while the answer was lost and that somebody uses', async () => {
    const { rotate, fakeIam, item } = await setUp();
    fakeIam.failNext('createAccessKey', failure('network', 'Cut.', 'Again.'));
    await rotate();
    fakeIam.add(other);
    fakeIam.uses.set(other.accessKeyId, { usedAt: 1, service: 's3' });
    expect(await rotate()).toMatchObject({ failure: { kind: 'limit-reached' } });
    expect(fakeIam.keys.has(other.accessKeyId)).toBe(true);
    expect(item()).toEqual(old);
  });

  it('takes no new key that is another user’s', async () => {
    const { rotate, fakeIam, item, world } = await setUp();
    const { getCallerIdentity } = world.sts;
    Object.assign(world.sts, {
      getCallerIdentity: async (...args: Parameters<typeof getCallerIdentity>) => {
        const identity = await getCallerIdentity(...args);
        const arn = 'arn:aws:iam::012345678901:user/eve';
        return identity.ok ? { ...identity, value: { ...identity.value, arn } } : identity;
      },
    });
    expect(await rotate()).toMatchObject({ failure: { kind: 'key-invalid' } });
    expect(item()).toMatchObject(old);
    expect(fakeIam.keys.get(old.accessKeyId)?.status).toBe('active');
  });

  it('that was cut off is to be finished before its key goes back to a file', async () => {
    const { rotate, handlers, fakeIam, item } = await setUp();
    fakeIam.failNext('deleteAccessKey', failure('network', 'Cut.', 'Again.'));
    await rotate();
    expect(item().rotation.stage).toBe('retiring');
    expect(await handlers.putKeyBack({ profile: 'dev' }, context)).toMatchObject({
      failure: { remedy: expect.stringContaining('rolecall keys rotate dev') },
    });
  });

  it('gives a new key up that was deleted in IAM meanwhile, instead of waiting for it for ever', async () => {
    const { rotate, fakeIam, fakeSts, clock, item, row } = await setUp();
    for (let i = 0; i < 50; i++) fakeSts.failNext('getCallerIdentity', failure('key-invalid', 'Unknown.', 'Wait.'));
    const rotating = rotate();
    while (!fakeIam.keys.has('AKIANEW000001EXAMPLE')) await Promise.resolve();
    fakeIam.keys.delete('AKIANEW000001EXAMPLE');
    let isOver = false;
    void rotating.finally(() => {
      isOver = true;
    });
    while (!isOver) {
      await Promise.resolve();
      if (clock.pending() > 0) clock.advance(1_000);
    }
    expect(await rotating).toMatchObject({ failure: { message: expect.stringContaining('deleted in IAM') } });
    expect(item()).toEqual(old);
    expect(row()).not.toHaveProperty('rotatingSince');
  });

  it('begins after a change of the key that was under way, and with what that has left', async () => {
    const { rotate, handlers, fakeSts, fakeIam, item } = await setUp();
    fakeIam.add(other);
    const release = fakeSts.hold();
    const adding = handlers.addAccessKey({ profile: 'dev', ...other }, context);
    fakeIam.keys.delete(old.accessKeyId);
    while (fakeSts.calls.length < 2) await Promise.resolve();
    const rotating = rotate();
    for (let i = 0; i < 50; i++) await Promise.resolve();
    expect(fakeIam.calls).toEqual([]);
    release();
    expect((await adding).ok).toBe(true);
    expect((await rotating).ok).toBe(true);
    expect([...fakeIam.keys.keys()]).toEqual([item().accessKeyId]);
  });

  it.each([
    ['createAccessKey', true],
    ['deleteAccessKey', true],
    [undefined, false],
  ] as const)('whose key is removed after %s failed says that it had not ended: %s', async (action, unfinished) => {
    const { rotate, fakeIam, handlers } = await setUp();
    if (action) fakeIam.failNext(action, failure('network', 'The line is cut.', 'Again.'));
    expect((await rotate()).ok).toBe(action === undefined);
    expect(await handlers.removeAccessKey({ profile: 'dev' }, context)).toEqual({
      ok: true,
      value: { rotationUnfinished: unfinished },
    });
  });

  it('lets no change begin once it is asked for', async () => {
    const { rotate, handlers, item } = await setUp();
    const rotating = rotate();
    expect(await handlers.removeAccessKey({ profile: 'dev' }, context)).toMatchObject({ ok: false });
    expect((await rotating).ok).toBe(true);
    expect(item()).toBeDefined();
  });

  it('signs with another session when AWS has ended the one it has', async () => {
    const { rotate, fakeIam, rolecall } = await setUp({ dev: { mfa_serial: mfaSerial } });
    let code = 111111;
    rolecall.mfa.onChange((question) => {
      if (question && !question.checking) rolecall.mfa.answer(question.id, String(code++));
    });
    fakeIam.failNext('updateAccessKey', failure('key-invalid', 'The old key is off.', 'Use the new one.'));
    fakeIam.failNext('deleteAccessKey', failure('source-expired', 'It has ended.', 'Again.'));
    expect((await rotate()).ok).toBe(true);
    const deletions = fakeIam.calls.filter(({ action }) => action === 'deleteAccessKey');
    expect(new Set(deletions.map(({ by }) => by)).size).toBe(2);
  });

  it('deletes the new key when the keychain does not keep it', async () => {
    const world = await setUp();
    const { rotate, fakeIam, world: ports, item } = world;
    const { save } = ports.keychain;
    Object.assign(ports.keychain, {
      save: async (account: string, secret: string) =>
        secret.includes('proving')
          ? { ok: false, failure: failure('keychain-locked', 'Locked.', 'Unlock.') }
          : save(account, secret),
    });
    expect(await rotate()).toMatchObject({ failure: { kind: 'keychain-locked' } });
    expect([...fakeIam.keys.keys()]).toEqual([old.accessKeyId]);
    expect(item()).toMatchObject(old);
  });

  it('ended at any instant leaves a working key, and the next attempt ends with one', async () => {
    let ends = 0;
    for (let at = 1; ; at++) {
      const world = await setUp();
      const ended = endAt(world, at);
      void world.rotate();
      for (let i = 0; i < 500 && !ended.hasEnded(); i++) await Promise.resolve();
      if (!ended.hasEnded()) break;
      ends++;
      expectWorkingKey(world);
      // A new process: nothing of the old one's memory is left.
      ended.restore();
      const next = createRolecall(world.world);
      await next.start();
      expect(await next.handlers.rotateAccessKey({ profile: 'dev' }, context), `after end ${at}`).toMatchObject({
        ok: true,
      });
      expectWorkingKey(world);
      expect([...world.fakeIam.keys.keys()]).toEqual([world.item().accessKeyId]);
      expect(world.item()).not.toHaveProperty('rotation');
      expect(world.row()).not.toHaveProperty('rotatingSince');
    }
    expect(ends).toBeGreaterThan(25);
  });
});

/** From the nth touch of the world on, before or after it took effect, nothing comes back any more: as after a kill. */
function endAt({ world }: Awaited<ReturnType<typeof setUp>>, at: number) {
  let touches = 0;
  const never = new Promise<never>(() => undefined);
  const originals: [object, object][] = [];
  for (const port of [world.keychain, world.iam, world.sts, world.settings]) {
    originals.push([port, { ...port }]);
    for (const [name, act] of Object.entries(port)) {
      if (name === 'get') continue;
      Object.assign(port, {
        [name]: async (...args: unknown[]) => {
          touches += 1;
          if (touches >= at) return never;
          const done = await (act as (...args: unknown[]) => unknown)(...args);
          touches += 1;
          return touches >= at ? never : done;
        },
      });
    }
  }
  return {
    hasEnded: () => touches >= at,
    restore: () => {
      for (const [port, original] of originals) Object.assign(port, original);
    },
  };
}

describe('an inspection', () => {
  it('tells age and last use, and remembers them without a secret', async () => {
    const { handlers, fakeIam, row, clock } = await setUp();
    fakeIam.uses.set(old.accessKeyId, { usedAt: 5, service: 'sts', region: 'eu-west-1' });
    expect(await handlers.inspectAccessKey({ profile: 'dev' }, context)).toMatchObject({
      value: { keys: [{ accessKeyId: 'AKIA…MPLE', kept: true, status: 'active', usedAt: 5, service: 'sts' }] },
    });
    expect(row()).toMatchObject({ createdAt: clock.now(), lastUsed: { usedAt: 5 }, checkedAt: clock.now() });
    // Asking was a use, too: not the one that a person wants to know of.
    fakeIam.uses.set(old.accessKeyId, { usedAt: clock.now() + 60_000, service: 'iam' });
    expect(await handlers.inspectAccessKey({ profile: 'dev' }, context)).toMatchObject({
      value: { keys: [{ usedAt: 5, service: 'sts' }] },
    });
  });

  it('asks nobody for a code', async () => {
    const { handlers, fakeIam, fakeSts } = await setUp({ dev: { mfa_serial: mfaSerial } });
    await handlers.inspectAccessKey({ profile: 'dev' }, context);
    expect(fakeIam.calls[0]?.by).toBe(old.accessKeyId);
    expect(fakeSts.calls.filter(({ action }) => action === 'getSessionToken')).toEqual([]);
  });
});
