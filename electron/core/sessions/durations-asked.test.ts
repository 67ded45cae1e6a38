import { describe, expect, it, vi } from 'vitest';
import type { CallContext } from '../dispatch.ts';
import { failure } from '../failure.ts';
import { mfaSerial } from '../fakes/chains.ts';
import { createFakeWorld } from '../fakes/fake-world.ts';
import { createRolecall } from '../rolecall.ts';

const roleArn = (name: string) => `arn:aws:iam::012345678901:role/${name}`;
const key = { aws_access_key_id: 'AKIAIOSFODNN7EXAMPLE', aws_secret_access_key: 'only-a-test' };
const tooLong = failure('duration-too-long', 'too long', 'Lower duration_seconds.');
const MINUTE = 60_000;

async function setUp() {
  const fake = createFakeWorld({
    ada: { ...key, mfa_serial: mfaSerial },
    bob: { ...key, aws_access_key_id: 'AKIAI44QH8DHBEXAMPLE' },
    long: { role_arn: roleArn('Long'), source_profile: 'bob', duration_seconds: '28800' },
    coded: { role_arn: roleArn('Coded'), source_profile: 'ada', mfa_serial: mfaSerial, duration_seconds: '28800' },
    hourly: { role_arn: roleArn('Hourly'), source_profile: 'ada', mfa_serial: mfaSerial },
    plain: { role_arn: roleArn('Plain'), source_profile: 'bob' },
    spoke: { role_arn: roleArn('Spoke'), source_profile: 'plain', duration_seconds: '7200' },
    named: { role_arn: roleArn('Named'), source_profile: 'bob', rolecall_session_name: '{user}-{ticket}' },
  });
  const rolecall = createRolecall(fake.world);
  await rolecall.start();
  const { handlers, mfa } = rolecall;
  const context: CallContext = { door: 'popover', asker: { through: 'popover' }, signal: new AbortController().signal };
  const asked = (action = 'assumeRole') => fake.fakeSts.calls.filter((call) => call.action === action);
  const type = async (code: string) => {
    await vi.waitFor(() => expect(mfa.current()).toMatchObject({ checking: false }));
    mfa.answer(mfa.current()?.id ?? '', code);
  };
  const durations = () => asked().map(({ input }) => input.durationSeconds);
  const lose = (profile: string) => handlers.signOut({ profile }, context);
  return { ...fake, rolecall, handlers, mfa, context, asked, type, durations, lose };
}

describe('a duration that AWS refuses', () => {
  it('is followed by an hour at once, and not asked for again', async () => {
    const { handlers, context, fakeSts, durations, lose, rolecall } = await setUp();
    fakeSts.failNext('assumeRole', tooLong);
    expect(await handlers.switchProfile({ profile: 'long' }, context)).toMatchObject({
      ok: true,
      value: { durationSeconds: 3600, wishedSeconds: 28_800 },
    });
    const shortened = { wishedSeconds: 28_800, givenSeconds: 3600 };
    expect(rolecall.states.get('long')).toMatchObject({ state: 'active', shortened });
    await lose('long');
    await handlers.switchProfile({ profile: 'long' }, context);
    expect(rolecall.states.get('long')).toMatchObject({ shortened });
    await handlers.switchProfile({ profile: 'plain' }, context);
    expect(rolecall.states.get('plain')).not.toMatchObject({ shortened: expect.anything() });
    expect(durations()).toEqual([28_800, 3600, 3600, 3600]);
  });

  it('is tried once shorter, not again and again', async () => {
    const { handlers, context, fakeSts, durations } = await setUp();
    fakeSts.failNext('assumeRole', tooLong);
    fakeSts.failNext('assumeRole', tooLong);
    expect(await handlers.switchProfile({ profile: 'long' }, context)).toMatchObject({
      failure: { kind: 'duration-too-long' },
    });
    expect(durations()).toEqual([28_800, 3600]);
  });

  it('with a code that was typed opens a new question, which says why', async () => {
    const { handlers, context, fakeSts, mfa, type, asked } = await setUp();
    fakeSts.failNext('assumeRole', tooLong);
    const switched = handlers.switchProfile({ profile: 'coded' }, context);
    await type('111111');
    await vi.waitFor(() => expect(mfa.current()?.problem).toMatchObject({ kind: 'duration-too-long' }));
    await type('222222');
    expect(await switched).toMatchObject({ ok: true, value: { durationSeconds: 3600 } });
    expect(asked().map(({ input }) => input.mfaCode)).toEqual(['111111', undefined]);
    expect(asked('getSessionToken').map(({ input }) => input.mfaCode)).toEqual(['222222']);
  });

  it('costs no second code when a session of the user is open', async () => {
    const { handlers, context, fakeSts, type, mfa } = await setUp();
    const first = handlers.switchProfile({ profile: 'hourly' }, context);
    await type('111111');
    await first;
    fakeSts.failNext('assumeRole', tooLong);
    const switched = handlers.switchProfile({ profile: 'coded' }, context);
    await type('222222');
    expect(await switched).toMatchObject({ ok: true, value: { durationSeconds: 3600 } });
    expect(mfa.current()).toBeNull();
  });

  it('with a code that was brought fails, and says that the next code will do', async () => {
    const { handlers, context, fakeSts, mfa, asked } = await setUp();
    fakeSts.failNext('assumeRole', tooLong);
    const refused = await handlers.switchProfile({ profile: 'coded', mfaCode: '111111' }, context);
    expect(refused).toMatchObject({
      failure: { kind: 'duration-too-long', remedy: expect.stringMatching(/next code/) },
    });
    expect(mfa.current()).toBeNull();
    expect(await handlers.switchProfile({ profile: 'coded', mfaCode: '222222' }, context)).toMatchObject({ ok: true });
    expect(asked('getSessionToken').map(({ input }) => input.mfaCode)).toEqual(['222222']);
  });

  it('of a chained role is cut before the call; a person who asks for it is told', async () => {
    const { handlers, context, durations } = await setUp();
    expect(await handlers.switchProfile({ profile: 'spoke', durationSeconds: 7200 }, context)).toMatchObject({
      failure: { kind: 'chaining-limit' },
    });
    expect(durations()).toEqual([]);
    expect(await handlers.switchProfile({ profile: 'spoke' }, context)).toMatchObject({ ok: true });
    expect(durations()).toEqual([3600, 3600]);
  });
});

describe('what a person asked for', () => {
  it('holds for every tool until the sign-out', async () => {
    const { handlers, context, durations, lose } = await setUp();
    await handlers.switchProfile({ profile: 'plain', durationSeconds: 14_400 }, context);
    await handlers.credentials({ profile: 'plain' }, context);
    await handlers.switchProfile({ profile: 'plain' }, context);
    expect(durations()).toEqual([14_400]);
    await lose('plain');
    await handlers.switchProfile({ profile: 'plain' }, context);
    expect(durations()).toEqual([14_400, 3600]);
  });

  it('leaves the session that was there when it is refused', async () => {
    const { handlers, context, rolecall, fakeSts } = await setUp();
    await handlers.switchProfile({ profile: 'plain' }, context);
    const before = await handlers.credentials({ profile: 'plain' }, context);
    fakeSts.failNext('assumeRole', failure('not-authorized', 'no', 'ask'));
    expect(await handlers.switchProfile({ profile: 'plain', durationSeconds: 7200 }, context)).toMatchObject({
      failure: { kind: 'not-authorized' },
    });
    expect(rolecall.states.get('plain')).toMatchObject({ state: 'active' });
    expect(await handlers.credentials({ profile: 'plain' }, context)).toEqual(before);
  });

  it('once and for all is the profile’s default, from the next session on', async () => {
    const { handlers, context, durations, lose } = await setUp();
    await handlers.switchProfile({ profile: 'plain' }, context);
    expect(await handlers.setSessionDefault({ profile: 'plain', durationSeconds: 7200 }, context)).toMatchObject({
      value: { saved: { durationSeconds: 7200 } },
    });
    await handlers.credentials({ profile: 'plain' }, context);
    expect(durations()).toEqual([3600]);
    await lose('plain');
    await handlers.switchProfile({ profile: 'plain' }, context);
    expect(durations()).toEqual([3600, 7200]);
    await handlers.setSessionDefault({ profile: 'plain', durationSeconds: null }, context);
    expect(await handlers.sessionPlan({ profile: 'plain' }, context)).toMatchObject({ value: { saved: {} } });
  });

  it('is one of two plans for a role with MFA', async () => {
    const { handlers, context } = await setUp();
    expect(await handlers.sessionPlan({ profile: 'hourly' }, context)).toMatchObject({
      value: {
        plans: [
          { plan: 'one-code', longestSeconds: 3600 },
          { plan: 'own-code', longestSeconds: 43_200 },
        ],
        chosen: { plan: 'one-code', durationSeconds: 3600 },
      },
    });
    await handlers.setSessionDefault({ profile: 'hourly', ownCode: true }, context);
    expect(await handlers.sessionPlan({ profile: 'hourly' }, context)).toMatchObject({
      value: { chosen: { plan: 'own-code', durationSeconds: 3600 } },
    });
    expect(await handlers.sessionPlan({ profile: 'spoke' }, context)).toMatchObject({
      value: { plans: [{ plan: 'no-code', longestSeconds: 3600 }] },
    });
  });

  it('under a ticket is a session of its own, and goes on under it', async () => {
    const { handlers, context, asked } = await setUp();
    expect(await handlers.switchProfile({ profile: 'named' }, context)).toMatchObject({
      failure: { kind: 'ticket-needed' },
    });
    expect(await handlers.sessionPlan({ profile: 'named' }, context)).toMatchObject({ value: { needsTicket: true } });
    await handlers.switchProfile({ profile: 'named', ticket: 'ABC-1' }, context);
    await handlers.credentials({ profile: 'named' }, context);
    await handlers.switchProfile({ profile: 'named', ticket: 'ABC-2' }, context);
    await handlers.renewSession({ profile: 'named' }, context);
    expect(asked().map(({ input }) => input.roleSessionName)).toEqual(['ada-ABC-1', 'ada-ABC-2', 'ada-ABC-2']);
  });
});

describe('a renewal', () => {
  it('replaces the session when the new one has arrived, and leaves it when none comes', async () => {
    const { handlers, context, rolecall, fakeSts, clock } = await setUp();
    await handlers.switchProfile({ profile: 'plain' }, context);
    const first = await handlers.credentials({ profile: 'plain' }, context);
    clock.advance(10 * MINUTE);
    fakeSts.failNext('assumeRole', failure('network', 'no route', 'check'));
    expect(await handlers.renewSession({}, context)).toMatchObject({ failure: { kind: 'network' } });
    expect(await handlers.credentials({ profile: 'plain' }, context)).toEqual(first);
    const release = fakeSts.hold();
    const renewed = handlers.renewSession({}, context);
    expect(rolecall.states.get('plain').state).toBe('active');
    expect(await handlers.credentials({ profile: 'plain' }, context)).toEqual(first);
    release();
    expect(await renewed).toMatchObject({ ok: true });
    expect(await handlers.credentials({ profile: 'plain' }, context)).not.toEqual(first);
  });

  it('in the background asks nobody; the end is announced once, and the announcement renews', async () => {
    const { handlers, context, clock, notices, withdrawn, type, mfa, rolecall, lose } = await setUp();
    const switched = handlers.switchProfile({ profile: 'coded' }, context);
    await type('111111');
    await switched;
    clock.advance(7 * 60 * MINUTE + 56 * MINUTE);
    expect(mfa.current()).toBeNull();
    expect(notices).toEqual([
      {
        title: expect.stringMatching(/^The session of coded ends in \d minutes$/),
        body: 'Click to renew it.',
        action: { kind: 'renew', label: 'Renew', profile: 'coded' },
      },
    ]);
    expect(withdrawn.size).toBe(0);
    const renewed = rolecall.renew('coded');
    await type('222222');
    expect(await renewed).toMatchObject({ ok: true });
    expect([...withdrawn]).toEqual(notices);
    await lose('coded');
    clock.advance(24 * 60 * MINUTE);
    expect(notices).toHaveLength(1);
  });

  it('that AWS does not answer keeps nobody waiting: the old session serves meanwhile', async () => {
    const { handlers, context, clock, fakeSts } = await setUp();
    await handlers.switchProfile({ profile: 'plain' }, context);
    const first = await handlers.credentials({ profile: 'plain' }, context);
    const release = fakeSts.hold();
    clock.advance(50 * MINUTE);
    const asked = handlers.credentials({ profile: 'plain' }, context);
    await vi.waitFor(async () => {
      clock.advance(1000);
      expect(await Promise.race([asked, Promise.resolve('waits')])).not.toBe('waits');
    });
    expect(await asked).toEqual(first);
    release();
    await vi.waitFor(async () => expect(await handlers.credentials({ profile: 'plain' }, context)).not.toEqual(first));
  });
});
