import { describe, expect, it, vi } from 'vitest';
import { auditRules } from '../audit/rules.ts';
import { type CallName, calls } from '../contract.ts';
import type { CallContext, Handlers } from '../dispatch.ts';
import { mfaSerial } from '../fakes/chains.ts';
import { createFakeWorld } from '../fakes/fake-world.ts';
import { ok } from '../result.ts';
import { createRolecall } from '../rolecall.ts';
import { createLock } from './lock.ts';
import { lockable } from './lockable.ts';

const roleArn = 'arn:aws:iam::012345678901:role/Reader';
const minute = 60_000;

async function setUp() {
  const fake = createFakeWorld({
    reader: { role_arn: roleArn, source_profile: 'bob' },
    guarded: { role_arn: roleArn, source_profile: 'bob', mfa_serial: mfaSerial },
    second: { role_arn: `${roleArn}2`, source_profile: 'bob', mfa_serial: mfaSerial },
    bob: { region: 'us-east-1' },
  });
  const rolecall = createRolecall(fake.world);
  const stop = await rolecall.start();
  const context: CallContext = { door: 'socket', asker: { through: 'command' }, signal: new AbortController().signal };
  const key = { profile: 'bob', accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'canary-base-secret' };
  expect(await rolecall.handlers.addAccessKey(key, context)).toMatchObject({ ok: true });
  expect(await rolecall.handlers.switchProfile({ profile: 'reader' }, context)).toMatchObject({ ok: true });
  return { ...fake, rolecall, stop, handlers: rolecall.handlers, context };
}

const refused = { ok: false, failure: { kind: 'locked' } };

describe('locked', () => {
  it('hands nothing out, by no way, and asks AWS and the person nothing', async () => {
    const { handlers, context, fakeSts, opened, rolecall } = await setUp();
    expect(await handlers.lock({}, context)).toMatchObject({ ok: true, value: { lock: { locked: true } } });
    const before = fakeSts.calls.length;
    expect(await handlers.credentials({}, context)).toMatchObject(refused);
    expect(await handlers.credentials({ profile: 'reader' }, context)).toMatchObject(refused);
    expect(await handlers.switchProfile({ profile: 'guarded' }, context)).toMatchObject(refused);
    expect(await handlers.consoleLink({ profile: 'reader' }, context)).toMatchObject(refused);
    expect(await handlers.openConsole({ profile: 'reader' }, context)).toMatchObject(refused);
    expect(await handlers.changePreferences({ change: { lockAfterMinutes: 0 } }, context)).toMatchObject(refused);
    expect([fakeSts.calls.length, opened, rolecall.mfa.current()]).toEqual([before, [], null]);
  });

  it('the log says who asked, and when it locked', async () => {
    const { handlers, context, fakeAudit, rolecall } = await setUp();
    rolecall.away('suspend');
    await handlers.credentials({}, context);
    expect(fakeAudit.entries.slice(-2)).toMatchObject([
      { event: 'lock', detail: 'suspend' },
      { event: 'credentials', outcome: 'failed', failure: { kind: 'locked' }, asker: { through: 'command' } },
    ]);
  });

  it('can be looked at and signed out of', async () => {
    const { handlers, context } = await setUp();
    await handlers.lock({}, context);
    expect(await handlers.snapshot({}, context)).toMatchObject({ ok: true });
    expect(await handlers.signOut({}, context)).toMatchObject({ value: { signedOut: ['reader'] } });
  });

  it('does not give what was asked for before', async () => {
    const { handlers, context, fakeSts, opened } = await setUp();
    await handlers.signOut({}, context);
    const release = fakeSts.hold();
    const before = fakeSts.calls.length;
    const asked = [
      handlers.switchProfile({ profile: 'reader' }, context),
      handlers.consoleLink({ profile: 'bob' }, context),
      handlers.openConsole({ profile: 'reader' }, context),
    ];
    await vi.waitFor(() => expect(fakeSts.calls.length).toBe(before + 2));
    await handlers.lock({}, context);
    release();
    for (const each of await Promise.all(asked)) expect(each).toMatchObject(refused);
    expect(opened).toEqual([]);
  });

  it('leaves no question open', async () => {
    const { handlers, context, rolecall } = await setUp();
    const asked = handlers.switchProfile({ profile: 'guarded' }, context);
    await vi.waitFor(() => expect(rolecall.mfa.current()).not.toBeNull());
    await handlers.lock({}, context);
    expect(rolecall.mfa.current()).toBeNull();
    expect(await asked).toMatchObject({ ok: false });
  });

  it('asks no question that waited behind another either', async () => {
    const { handlers, context, rolecall } = await setUp();
    const choice = { durationSeconds: 7200 };
    const asked = ['guarded', 'second'].map((profile) => handlers.switchProfile({ profile, ...choice }, context));
    await vi.waitFor(() => expect(rolecall.mfa.current()).toMatchObject({ waiting: 1 }));
    const shown = vi.fn();
    rolecall.mfa.onChange((question) => question && shown(question.profile));
    await handlers.lock({}, context);
    for (const each of await Promise.all(asked)) expect(each).toMatchObject({ ok: false });
    expect(shown).not.toHaveBeenCalled();
  });

  it('keeps back every answer worth stealing that was ready only after it had locked', async () => {
    const handingOut = (Object.keys(calls) as CallName[]).filter((name) => auditRules[name]?.handsOut);
    expect(handingOut.length).toBeGreaterThan(4);
    const lock = createLock(createFakeWorld({}).clock);
    const lockedMeanwhile = async () => {
      lock.lock('by-hand');
      return ok({});
    };
    const all = Object.fromEntries(handingOut.map((name) => [name, lockedMeanwhile])) as unknown as Handlers;
    const gated = lockable(all, lock) as unknown as Record<CallName, (i: object, c: CallContext) => Promise<object>>;
    const { context } = await setUp();
    for (const name of handingOut) {
      lock.unlock();
      expect(await gated[name]({}, context), name).toMatchObject(refused);
    }
  });

  it('refuses every call but those that are known to give nothing', async () => {
    const names = Object.keys(calls) as CallName[];
    const all = Object.fromEntries(names.map((name) => [name, async () => ok({})])) as unknown as Handlers;
    const lock = createLock(createFakeWorld({}).clock);
    lock.lock('by-hand');
    const { context } = await setUp();
    const gated = lockable(all, lock) as unknown as Record<CallName, (i: object, c: CallContext) => Promise<object>>;
    const open: CallName[] = [];
    for (const name of names) if ('value' in (await gated[name]({}, context))) open.push(name);
    expect(open.sort()).toEqual([
      'cancelQuestion',
      'cancelSsoSignIn',
      'clockSkew',
      'currentQuestion',
      'currentRotations',
      'listAudit',
      'listProfiles',
      'lock',
      'lockState',
      'organisationReading',
      'overview',
      'preferences',
      'signOut',
      'snapshot',
      'ssoSessions',
      'ssoSignOut',
      'stopOrganisation',
      'stopRotation',
      'unlock',
      'verifyAudit',
    ]);
  });
});

describe('unlocking', () => {
  it('is for a person in the program: no call of the socket', () => {
    expect(calls.unlock.doors).not.toContain('socket');
  });

  it('serves the same session again', async () => {
    const { handlers, context, fakeSts } = await setUp();
    const before = await handlers.credentials({}, context);
    const asked = fakeSts.calls.length;
    await handlers.lock({}, context);
    expect(await handlers.unlock({}, { ...context, door: 'popover' })).toMatchObject({ ok: true });
    expect(await handlers.credentials({}, context)).toEqual(before);
    expect(fakeSts.calls.length).toBe(asked);
  });

  it('needs the OS to confirm the person where it can', async () => {
    const { handlers, context, fakePerson } = await setUp();
    await handlers.lock({}, context);
    fakePerson.refuse();
    expect(await handlers.unlock({}, context)).toMatchObject({ failure: { kind: 'cancelled' } });
    expect(await handlers.credentials({}, context)).toMatchObject(refused);
  });

  it('does not make a session live longer', async () => {
    const { handlers, context, clock, rolecall } = await setUp();
    await handlers.lock({}, context);
    clock.advance(61 * minute);
    expect(rolecall.states.get('reader')).toMatchObject({ state: 'expired' });
  });
});

describe('locking by itself', () => {
  it('comes after fifteen minutes without a touch, and not before', async () => {
    const { clock, rolecall, fakePerson } = await setUp();
    clock.advance(10 * minute);
    fakePerson.leave();
    clock.advance(14 * minute);
    expect(rolecall.lock.isLocked()).toBe(false);
    clock.advance(minute);
    expect(rolecall.lock.state()).toMatchObject({ locked: true, reason: 'idle' });
  });

  it('wakes the computer no more often than it could be time, and not at all while locked or stopped', async () => {
    const { clock, world, rolecall, stop, fakePerson, handlers, context } = await setUp();
    const looked = vi.spyOn(world.person, 'idleMs');
    clock.advance(14 * minute);
    fakePerson.leave();
    clock.advance(8 * minute);
    expect(looked.mock.calls.length).toBeLessThanOrEqual(1);
    const timers = clock.pending();
    await handlers.lock({}, context);
    expect(clock.pending()).toBe(timers - 1);
    rolecall.lock.unlock();
    expect(clock.pending()).toBe(timers);
    stop();
    expect(clock.pending()).toBe(timers - 1);
  });

  it('follows its settings: other minutes, never, not with the screen', async () => {
    const { clock, rolecall, handlers, context, fakePerson } = await setUp();
    await handlers.changePreferences({ change: { lockAfterMinutes: 0, lockWithScreen: false } }, context);
    fakePerson.leave();
    clock.advance(40 * minute);
    rolecall.away('screen-lock');
    rolecall.away('suspend');
    expect(rolecall.lock.isLocked()).toBe(false);
    await handlers.changePreferences({ change: { lockWithScreen: true } }, context);
    rolecall.away('screen-lock');
    expect(rolecall.lock.state()).toMatchObject({ reason: 'screen-lock' });
    rolecall.lock.unlock();
    await handlers.changePreferences({ change: { lockAfterMinutes: 5 } }, context);
    // Nobody has touched it for longer than that.
    expect(rolecall.lock.state()).toMatchObject({ reason: 'idle' });
  });
});
