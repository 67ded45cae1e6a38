import { describe, expect, it } from 'vitest';
import type { CallContext } from '../dispatch.ts';
import { failure } from '../failure.ts';
import { createFakeWorld } from '../fakes/fake-world.ts';
import { createRolecall } from '../rolecall.ts';

const seed = 'JBSWYDPEHPKPXPJBSWYDPEHPKPXP';
const serial = 'arn:aws:iam::012345678901:mfa/ada';
const context: CallContext = { door: 'socket', asker: { through: 'command' }, signal: new AbortController().signal };
const codes = ['111111', '222222'] as [string, string];
const wrong = failure('mfa-wrong-code', 'wrong', 'wait');
const lost = failure('network', 'lost', 'try again');
const settle = () => new Promise((resolve) => setImmediate(resolve));

async function setUp() {
  const fake = createFakeWorld({
    ada: {},
    developer: { role_arn: 'arn:aws:iam::012345678901:role/D', source_profile: 'ada' },
  });
  const rolecall = createRolecall(fake.world);
  await rolecall.start();
  const { handlers } = rolecall;
  const key = { profile: 'ada', accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'canary-base-secret' };
  await handlers.addAccessKey(key, context);
  const start = async (more: { profile?: string; name?: string } = {}, who = context) => {
    const started = await handlers.startMfaEnrolment({ profile: 'ada', ...more }, who);
    if (!started.ok) throw new Error(started.failure.message);
    return started.value;
  };
  const finish = (id: string, keepSeed = false) => handlers.finishMfaEnrolment({ id, codes, keepSeed }, context);
  const unfinished = () => Object.keys(fake.world.settings.get().unfinishedMfaDevices);
  return { ...fake, rolecall, handlers, start, finish, unfinished };
}

describe('setting up an MFA device', () => {
  it('makes it, shows it, enables it with two codes, and keeps nothing of the seed', async () => {
    const { start, finish, fakeIam, items, world, unfinished, handlers } = await setUp();
    const device = await start({ profile: 'developer' });
    expect(device).toMatchObject({ profile: 'ada', userName: 'ada', mfaSerial: serial, others: [] });
    expect(device.qr.join('')).toContain(`secret=${seed}`);
    expect(await handlers.mfaEnrolmentSecret({ id: device.id }, context)).toMatchObject({ value: { seed } });
    expect(await finish(device.id)).toMatchObject({ ok: true, value: { seedKept: false } });
    expect(fakeIam.devices).toMatchObject([{ serialNumber: serial, userName: 'ada' }]);
    expect(JSON.stringify([[...items], world.settings.get()])).not.toContain(seed);
    expect(unfinished()).toEqual([]);
    expect(await handlers.mfaEnrolmentSecret({ id: device.id }, context)).toMatchObject({ ok: false });
  });

  it('keeps the seed when that was asked for, and only in the keychain', async () => {
    const { start, finish, items, world } = await setUp();
    expect(await finish((await start()).id, true)).toMatchObject({ value: { seedKept: true } });
    expect([...items.values()]).toContain(seed);
    expect(JSON.stringify(world.settings.get())).not.toContain(seed);
  });

  it('goes on after wrong codes, and counts them as used', async () => {
    const { start, finish, fakeIam } = await setUp();
    const { id } = await start();
    fakeIam.failNext('enableMfaDevice', wrong);
    expect(await finish(id)).toMatchObject({ failure: { kind: 'mfa-wrong-code' } });
    expect(await finish(id)).toMatchObject({ ok: true });
  });

  it('asks AWS what became of it when the answer was lost', async () => {
    const { start, finish, fakeIam } = await setUp();
    const { id } = await start();
    fakeIam.failNext('enableMfaDevice', lost, 'after');
    expect(await finish(id)).toMatchObject({ ok: true });
    const second = await start({ name: 'other' });
    fakeIam.failNext('enableMfaDevice', lost);
    expect(await finish(second.id)).toMatchObject({ failure: { kind: 'network' } });
  });

  it('refuses the same code twice before AWS is asked', async () => {
    const { start, handlers, fakeIam } = await setUp();
    const { id } = await start();
    const same = await handlers.finishMfaEnrolment({ id, codes: ['111111', '111111'], keepSeed: false }, context);
    expect(same).toMatchObject({ failure: { kind: 'bad-input' } });
    expect(fakeIam.calls.some(({ action }) => action === 'enableMfaDevice')).toBe(false);
  });

  const leavings = {
    'a cancel': async ({ handlers }, id) => void (await handlers.cancelMfaEnrolment({ id }, context)),
    'a lock': async ({ handlers }) => void (await handlers.lock({}, context)),
    'another start': async ({ start }) => void (await start({ name: 'second' })),
    'a quarter of an hour': async ({ clock }) => clock.advance(15 * 60_000),
  } satisfies Record<string, (all: Awaited<ReturnType<typeof setUp>>, id: string) => Promise<void>>;
  it.each(Object.entries(leavings))('is taken back after %s', async (_, leave) => {
    const all = await setUp();
    const { id } = await all.start();
    expect(all.unfinished()).toEqual([serial]);
    await leave(all, id);
    await settle();
    expect([...all.fakeIam.newDevices]).not.toContain(serial);
    expect(all.unfinished()).not.toContain(serial);
    all.rolecall.lock.unlock();
    expect(await all.finish(id)).toMatchObject({ failure: { kind: 'cancelled' } });
  });

  it('is taken back when its window is closed, and only then', async () => {
    const { start, rolecall, fakeIam } = await setUp();
    await start();
    await rolecall.leaveEnrolment();
    expect(fakeIam.newDevices.size).toBe(1);
    await start({}, { ...context, door: 'mfa-device' });
    await rolecall.leaveEnrolment();
    expect(fakeIam.newDevices.size).toBe(0);
  });

  it('is taken back when Rolecall locked while it was made', async () => {
    const { handlers, world, fakeIam, rolecall, finish } = await setUp();
    const { createVirtualMfaDevice } = world.iam;
    Object.assign(world.iam, {
      createVirtualMfaDevice: async (...args: Parameters<typeof createVirtualMfaDevice>) => {
        const made = await createVirtualMfaDevice(...args);
        await handlers.lock({}, context);
        return made;
      },
    });
    expect(await handlers.startMfaEnrolment({ profile: 'ada' }, context)).toMatchObject({ ok: false });
    await settle();
    expect([...fakeIam.newDevices]).toEqual([]);
    rolecall.lock.unlock();
    expect(await finish('id-1')).toMatchObject({ failure: { kind: 'cancelled' } });
  });

  it('sends no second pair of codes while AWS looks at the first', async () => {
    const { start, finish, fakeIam } = await setUp();
    const { id } = await start();
    const both = await Promise.all([finish(id), finish(id)]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(fakeIam.calls.filter(({ action }) => action === 'enableMfaDevice')).toHaveLength(1);
  });

  it('is one at a time: of two that were begun at once, one is left', async () => {
    const { handlers, fakeIam, clock } = await setUp();
    const timers = clock.pending();
    const both = ['first', 'second'].map((name) => handlers.startMfaEnrolment({ profile: 'ada', name }, context));
    await Promise.all(both);
    expect(fakeIam.newDevices.size).toBe(1);
    expect(clock.pending()).toBe(timers + 1);
  });

  it('is told, ended and taken back only through the door it was begun by', async () => {
    const { start, handlers, fakeIam } = await setUp();
    const { id } = await start({}, { ...context, door: 'mfa-device' });
    expect(await handlers.mfaEnrolmentSecret({ id }, context)).toMatchObject({ failure: { kind: 'cancelled' } });
    expect(await handlers.finishMfaEnrolment({ id, codes, keepSeed: false }, context)).toMatchObject({ ok: false });
    await handlers.cancelMfaEnrolment({ id }, context);
    expect(fakeIam.newDevices.size).toBe(1);
  });

  it('that was cut off by the end of the program is removed by the next', async () => {
    const { start, world, fakeIam } = await setUp();
    await start();
    const next = createRolecall(world);
    await next.start();
    expect(await next.handlers.startMfaEnrolment({ profile: 'ada' }, context)).toMatchObject({ ok: true });
    expect(fakeIam.calls.filter(({ action }) => action === 'deleteVirtualMfaDevice')).toHaveLength(1);
  });

  it('names devices that are there already, and says how to get round a name that is taken', async () => {
    const { start, finish, handlers } = await setUp();
    await finish((await start()).id);
    expect(await handlers.startMfaEnrolment({ profile: 'ada' }, context)).toMatchObject({
      failure: { kind: 'already-there', remedy: expect.stringContaining('--name') },
    });
    expect(await start({ name: 'spare' })).toMatchObject({ others: [serial] });
  });

  it('signs with an MFA session for a user who has a device already', async () => {
    const { handlers, rolecall, saveFiles, fakeIam, fakeSts } = await setUp();
    saveFiles({ ada: { mfa_serial: serial } });
    await rolecall.catalog.settled();
    await handlers.credentials({ profile: 'ada', mfaCode: '123456' }, context);
    await handlers.startMfaEnrolment({ profile: 'ada', name: 'spare' }, context);
    expect(fakeSts.calls.some(({ action }) => action === 'getSessionToken')).toBe(true);
    expect(fakeIam.calls.every(({ by }) => by.startsWith('ASIA'))).toBe(true);
  });
});

describe('the list of devices', () => {
  it('has those of the files, those whose seed is kept, and those that AWS names', async () => {
    const { handlers, rolecall, saveFiles, start, finish } = await setUp();
    await finish((await start()).id);
    saveFiles({ ada: { mfa_serial: 'GAHT12345678' } });
    await rolecall.catalog.settled();
    await handlers.addMfaSeed({ mfaSerial: `${serial}-other`, seed }, context);
    const listed = await handlers.listMfaDevices({}, context);
    expect(listed).toMatchObject({
      value: { devices: [{ mfaSerial: 'GAHT12345678', profiles: ['ada'] }, { mfaSerial: `${serial}-other` }] },
    });
    const asked = await handlers.listMfaDevices({ askAws: true }, context);
    expect(asked).toMatchObject({
      value: {
        devices: [
          { mfaSerial: 'GAHT12345678' },
          { mfaSerial: serial, userName: 'ada', profiles: [] },
          { mfaSerial: `${serial}-other`, seedAddedAt: expect.any(Number) },
        ],
        problems: [],
      },
    });
  });

  it('hides no device because one user may not ask', async () => {
    const { handlers, fakeIam } = await setUp();
    const refused = failure('not-authorized', 'may not', 'ask');
    fakeIam.failNext('listMfaDevices', refused);
    await handlers.addMfaSeed({ mfaSerial: serial, seed }, context);
    expect(await handlers.listMfaDevices({ askAws: true }, context)).toMatchObject({
      value: { devices: [{ mfaSerial: serial }], problems: [refused] },
    });
  });
});
