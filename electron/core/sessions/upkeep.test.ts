import { describe, expect, it } from 'vitest';
import { failure } from '../failure.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { failed, ok, type Result } from '../result.ts';
import { createAwsClock } from '../time/aws-clock.ts';
import type { Session } from './broker.ts';
import { createUpkeep, type EndingSession } from './upkeep.ts';

const MINUTE = 60_000;
const noNetwork = failure('network', 'no route', 'check the network');

function setUp({ seconds = 3600, noticeMinutes = 5 } = {}) {
  const clock = createFakeClock();
  const awsClock = createAwsClock({ clock });
  const announced: EndingSession[] = [];
  const onScreen = new Set<string>();
  const needing = new Set<string>();
  const active = new Set<string>();
  const held = new Set<string>();
  const renewals: { profile: string; atMs: number }[] = [];
  const startedMs = clock.now();
  const session = (): Session => ({
    credentials: {
      accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'temporary',
      sessionToken: 'token',
      expiresAt: clock.now() + seconds * 1000,
    },
    startedAt: clock.now(),
    signedByLongTermKey: false,
    asked: { durationSeconds: seconds },
  });
  let answer: () => Result<Session> = () => ok(session());
  const upkeep = createUpkeep({
    awsClock,
    random: () => 0.5,
    isActive: (profile) => active.has(profile),
    isHeld: () => held.has('everything'),
    needsPerson: (profile) => needing.has(profile),
    async renew(profile) {
      renewals.push({ profile, atMs: clock.now() - startedMs });
      const result = answer();
      if (result.ok) upkeep.served(profile, result.value);
      return result;
    },
    noticeMinutes: () => noticeMinutes,
    announce: (ending) => {
      announced.push(ending);
      onScreen.add(ending.profile);
      return () => void onScreen.delete(ending.profile);
    },
  });
  /** Time goes on in small steps, so that promises settle in between. */
  const pass = async (minutes: number) => {
    for (let at = 0; at < minutes * 4; at += 1) {
      clock.advance(MINUTE / 4);
      await Promise.resolve();
      await Promise.resolve();
      await Promise.resolve();
    }
  };
  return {
    clock,
    upkeep,
    session,
    pass,
    renewals,
    announced,
    onScreen,
    needing,
    active,
    held,
    failWith: (result: Result<Session> | undefined) => {
      answer = () => result ?? ok(session());
    },
  };
}

describe('a session that needs no person', () => {
  it('is renewed before tools want a newer one, as long as it is in use', async () => {
    const { upkeep, session, pass, renewals, active } = setUp();
    active.add('prod');
    upkeep.served('prod', session());
    await pass(40);
    expect(renewals).toHaveLength(0);
    await pass(5);
    // Fifteen minutes before its end, and a little earlier so that not all renew at once.
    expect(renewals).toEqual([{ profile: 'prod', atMs: 43.5 * MINUTE }]);
    await pass(8 * 60);
    expect(renewals.length).toBeGreaterThan(9);
    expect(renewals.length).toBeLessThan(13);
  });

  it('that nobody asks for any more is renewed once and then left to end', async () => {
    const { upkeep, session, pass, renewals } = setUp();
    upkeep.served('prod', session());
    await pass(8 * 60);
    expect(renewals).toHaveLength(1);
  });

  it('of 900 s causes no storm: one request in ten minutes', async () => {
    const { upkeep, session, pass, renewals, active } = setUp({ seconds: 900 });
    active.add('prod');
    upkeep.served('prod', session());
    await pass(60);
    expect(renewals.length).toBeGreaterThanOrEqual(5);
    expect(renewals.length).toBeLessThanOrEqual(7);
  });

  it('is tried again after a failure, with longer and longer pauses, and its end is announced with the reason', async () => {
    const { upkeep, session, pass, renewals, announced, failWith } = setUp();
    failWith(failed(noNetwork));
    upkeep.served('prod', session());
    await pass(59);
    expect(renewals.length).toBeGreaterThan(3);
    expect(renewals.length).toBeLessThan(10);
    expect(announced).toEqual([{ profile: 'prod', expiresAt: expect.any(Number), failure: noNetwork }]);
    failWith(undefined);
    await pass(5 * 60);
    expect(announced).toHaveLength(1);
  });

  it('has one renewal at a time', async () => {
    const { upkeep, session, clock, renewals, failWith, pass } = setUp();
    let arrive = (_: Result<Session>) => {};
    failWith(new Promise((resolve) => (arrive = resolve)) as never);
    upkeep.served('prod', session());
    clock.advance(50 * MINUTE);
    for (let at = 0; at < 20; at += 1)
      upkeep.served('prod', { ...session(), credentials: { ...session().credentials } });
    await pass(1);
    expect(renewals).toHaveLength(1);
    arrive(failed(noNetwork));
  });
});

describe('a session that needs a person', () => {
  it('is announced once, in time, and not renewed', async () => {
    const { upkeep, session, pass, announced, renewals, needing } = setUp();
    needing.add('prod');
    const mine = session();
    upkeep.served('prod', mine);
    await pass(54);
    expect(announced).toHaveLength(0);
    await pass(1.5);
    expect(announced).toEqual([{ profile: 'prod', expiresAt: mine.credentials.expiresAt, failure: undefined }]);
    await pass(10);
    expect(announced).toHaveLength(1);
    expect(renewals).toHaveLength(0);
  });

  it('is announced as early as the person wants, or never', async () => {
    const early = setUp({ noticeMinutes: 12 });
    early.needing.add('prod');
    early.upkeep.served('prod', early.session());
    await early.pass(49);
    expect(early.announced).toHaveLength(1);

    const never = setUp({ noticeMinutes: 0 });
    never.needing.add('prod');
    never.upkeep.served('prod', never.session());
    await never.pass(120);
    expect(never.announced).toHaveLength(0);
  });

  it('is renewed after all when another role has brought the code meanwhile', async () => {
    const { upkeep, session, pass, announced, renewals, needing } = setUp();
    needing.add('prod');
    upkeep.served('prod', session());
    await pass(50);
    needing.clear();
    await pass(6);
    expect(announced).toHaveLength(0);
    expect(renewals).toHaveLength(1);
  });

  it.each(['a new session', 'a sign-out', 'a lock'] as const)('is announced no longer after %s', async (event) => {
    const { upkeep, session, pass, onScreen, needing } = setUp();
    needing.add('prod');
    upkeep.served('prod', session());
    await pass(56);
    expect([...onScreen]).toEqual(['prod']);
    if (event === 'a new session') upkeep.served('prod', session());
    else if (event === 'a sign-out') upkeep.gone('prod');
    else upkeep.hush();
    expect([...onScreen]).toEqual([]);
  });
});

it('what was signed out is neither renewed nor announced, and leaves no timer', async () => {
  const { upkeep, session, pass, announced, renewals, clock } = setUp();
  upkeep.served('prod', session());
  upkeep.served('dev', session());
  upkeep.gone('prod');
  upkeep.gone();
  await pass(60);
  expect([announced, renewals]).toEqual([[], []]);
  expect(clock.pending()).toBe(0);
});

it('while Rolecall is locked nothing is renewed or announced; afterwards it is', async () => {
  const { upkeep, session, pass, renewals, announced, active, needing, held } = setUp();
  active.add('prod');
  active.add('dev');
  needing.add('dev');
  upkeep.served('prod', session());
  upkeep.served('dev', session());
  held.add('everything');
  await pass(56);
  expect([announced, renewals]).toEqual([[], []]);
  held.clear();
  upkeep.resume();
  await pass(1);
  expect(renewals.map(({ profile }) => profile)).toEqual(['prod']);
  expect(announced.map(({ profile }) => profile)).toEqual(['dev']);
});

it('a sleep over the renewal is made up for at the next look', async () => {
  const { upkeep, session, pass, renewals, active, clock } = setUp();
  active.add('prod');
  upkeep.served('prod', session());
  clock.sleep(50 * MINUTE);
  await pass(1);
  expect(renewals).toHaveLength(1);
});
