import { describe, expect, it, vi } from 'vitest';
import { failure } from '../failure.ts';
import { chainOfRole, chainWithMfa } from '../fakes/chains.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createFakeSettings } from '../fakes/fake-settings.ts';
import { createFakeSts } from '../fakes/fake-sts.ts';
import { keptNothing } from '../fakes/kept-nothing.ts';
import type { Chain } from '../hop.ts';
import { createMfaCodes } from '../mfa/codes.ts';
import { failed, ok } from '../result.ts';
import { createAwsClock } from '../time/aws-clock.ts';
import { type CredentialRequest, createBroker } from './broker.ts';
import { createSessionChoices } from './choices.ts';

const MINUTE = 60_000;

function setUp() {
  const clock = createFakeClock();
  const awsClock = createAwsClock({ clock });
  const fake = createFakeSts(clock, awsClock);
  const mfa = createMfaCodes({ clock: awsClock });
  const readAccessKey = vi.fn(async () => ok({ accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'base-secret' }));
  const sso = { roleCredentials: async () => failed(failure('internal', 'Not asked.', 'No.')), signIn: () => {} };
  const settings = createFakeSettings();
  const choices = createSessionChoices(settings);
  const broker = createBroker({
    clock,
    awsClock,
    sts: fake.sts,
    sso,
    mfa,
    kept: keptNothing,
    settings,
    choices,
    userName: 'Ada L.',
    hostName: 'laptop',
    readPolicyFile: async () => ok('{"Version":"2012-10-17","Statement":[]}'),
    readAccessKey,
    onExpired: () => {},
  });
  const get = (chain: Chain, more: Partial<CredentialRequest> = {}) =>
    broker.credentials({
      profile: chain[chain.length - 1]?.profile ?? '',
      chain,
      asker: { through: 'tray' },
      by: 'act',
      signal: new AbortController().signal,
      ...more,
    });
  const sent = (action: string) => fake.calls.filter((call) => call.action === action);
  return { clock, fake, mfa, broker, get, sent, readAccessKey, settings };
}

async function type(mfa: ReturnType<typeof createMfaCodes>, code: string) {
  await vi.waitFor(() => expect(mfa.current()).not.toBeNull());
  mfa.answer(mfa.current()?.id ?? '', code);
}

describe('the broker', () => {
  it('sends every parameter of the hop', async () => {
    const { get, sent } = setUp();
    await get(chainOfRole('reader', { externalId: 'x1', sourceIdentity: 'ada', durationSeconds: 7200 }));
    expect(sent('assumeRole')[0]?.input).toMatchObject({
      roleArn: 'arn:aws:iam::012345678901:role/reader',
      roleSessionName: 'rolecall-Ada-L.',
      externalId: 'x1',
      sourceIdentity: 'ada',
      durationSeconds: 7200,
    });
  });

  it('serves a cached session without another call', async () => {
    const { get, fake } = setUp();
    const first = await get(chainOfRole('reader'));
    expect(await get(chainOfRole('reader'))).toEqual(first);
    expect(fake.calls).toHaveLength(1);
  });

  it('joins a hundred callers to one call', async () => {
    const { get, fake } = setUp();
    const release = fake.hold();
    const results = Array.from({ length: 100 }, () => get(chainOfRole('reader')));
    await vi.waitFor(() => expect(fake.calls).toHaveLength(1));
    release();
    const keys = (await Promise.all(results)).map((result) => result.ok && result.value.credentials.accessKeyId);
    expect(new Set(keys).size).toBe(1);
    expect(fake.calls).toHaveLength(1);
  });

  it('asks once for twenty roles of the same user', async () => {
    const { get, mfa, sent } = setUp();
    const roles = Array.from({ length: 20 }, (_, number) => get(chainWithMfa(`role-${number}`)));
    await type(mfa, '123456');
    expect((await Promise.all(roles)).every((result) => result.ok)).toBe(true);
    expect(sent('getSessionToken')).toHaveLength(1);
    expect(sent('assumeRole')).toHaveLength(20);
  });

  it('starts anew from a session that AWS has ended before its time', async () => {
    const { get, mfa, sent, fake } = setUp();
    const first = get(chainWithMfa('reader'));
    await type(mfa, '123456');
    expect((await first).ok).toBe(true);
    fake.failNext('assumeRole', failure('source-expired', 'It has expired.', 'Switch again.'));
    expect(await get(chainWithMfa('admin'))).toMatchObject({ failure: { kind: 'source-expired' } });
    const again = get(chainWithMfa('admin'));
    await type(mfa, '654321');
    expect((await again).ok).toBe(true);
    expect(sent('getSessionToken')).toHaveLength(2);
  });

  it('takes a code that a second caller brings to the open question', async () => {
    const { get, mfa } = setUp();
    const waiting = get(chainWithMfa('developer'));
    await vi.waitFor(() => expect(mfa.current()).not.toBeNull());
    const [first, second] = await Promise.all([waiting, get(chainWithMfa('developer'), { mfaCode: '123456' })]);
    expect(first.ok && second.ok).toBe(true);
  });

  it('refuses a wrong code that a second caller brings, and leaves the open question to the person', async () => {
    const { get, mfa, fake } = setUp();
    const waiting = get(chainWithMfa('developer'));
    await vi.waitFor(() => expect(mfa.current()).not.toBeNull());
    fake.failNext('getSessionToken', failure('mfa-wrong-code', 'wrong', 'wait'));
    expect(await get(chainWithMfa('developer'), { mfaCode: '111111' })).toMatchObject({
      failure: { kind: 'mfa-wrong-code' },
    });
    // The person typed nothing wrong.
    expect(mfa.current()).toMatchObject({ checking: false, problem: undefined });
    await type(mfa, '222222');
    expect(await waiting).toMatchObject({ ok: true });
  });

  it('sends a second caller’s own code when the first caller’s was wrong', async () => {
    const { get, fake, sent } = setUp();
    const release = fake.hold();
    fake.failNext('getSessionToken', failure('mfa-wrong-code', 'wrong', 'wait'));
    const first = get(chainWithMfa('developer'), { mfaCode: '111111' });
    await vi.waitFor(() => expect(fake.calls).toHaveLength(1));
    const second = get(chainWithMfa('developer'), { mfaCode: '222222' });
    release();
    expect(await first).toMatchObject({ failure: { kind: 'mfa-wrong-code' } });
    expect(await second).toMatchObject({ ok: true });
    expect(sent('getSessionToken').map(({ input }) => input.mfaCode)).toEqual(['111111', '222222']);
  });

  it('takes a code that is brought while its question waits behind another', async () => {
    const { get, mfa } = setUp();
    const other = get(chainWithMfa('operator', { durationSeconds: 7200 }));
    await vi.waitFor(() => expect(mfa.current()).not.toBeNull());
    const waiting = get(chainWithMfa('developer'));
    await vi.waitFor(() => expect(mfa.current()?.waiting).toBe(1));
    const brought = get(chainWithMfa('developer'), { mfaCode: '222222' });
    mfa.answer(mfa.current()?.id ?? '', '111111');
    expect((await Promise.all([other, waiting, brought])).every((result) => result.ok)).toBe(true);
  });

  it('keeps the work going for the others when one caller leaves, and ends it with the last', async () => {
    const { get, mfa } = setUp();
    const [one, two] = [new AbortController(), new AbortController()];
    const first = get(chainWithMfa('developer'), { signal: one.signal });
    const second = get(chainWithMfa('developer'), { signal: two.signal });
    await vi.waitFor(() => expect(mfa.current()).not.toBeNull());
    one.abort();
    expect(await first).toMatchObject({ failure: { kind: 'cancelled' } });
    expect(mfa.current()).not.toBeNull();
    two.abort();
    expect(await second).toMatchObject({ failure: { kind: 'cancelled' } });
    await vi.waitFor(() => expect(mfa.current()).toBeNull());
  });

  it('renews ahead of expiry without a person, and serves the old session if that fails', async () => {
    const { clock, get, fake, sent } = setUp();
    const first = await get(chainOfRole('reader'));
    clock.advance(50 * MINUTE);
    fake.failNext('assumeRole', failure('network', 'no route', 'check the network'));
    expect(await get(chainOfRole('reader'))).toEqual(first);
    // Not tried again at once: a network that is down would cost each caller its deadline.
    expect(await get(chainOfRole('reader'))).toEqual(first);
    expect(sent('assumeRole')).toHaveLength(2);
    clock.advance(MINUTE);
    const renewed = await get(chainOfRole('reader'));
    expect(renewed.ok && first.ok && renewed.value.credentials.expiresAt > first.value.credentials.expiresAt).toBe(
      true,
    );
    expect(sent('assumeRole')).toHaveLength(3);
  });

  it('uses a session that needs a code to its end', async () => {
    const { clock, get, mfa } = setUp();
    const chain = chainWithMfa('operator', { durationSeconds: 7200 });
    const pending = get(chain);
    await type(mfa, '123456');
    const first = await pending;
    clock.advance(119 * MINUTE);
    expect(await get(chain)).toEqual(first);
    expect(mfa.current()).toBeNull();
  });

  it('never serves an expired credential', async () => {
    const { clock, broker, get, fake } = setUp();
    await get(chainOfRole('reader'));
    clock.advance(60 * MINUTE);
    expect(broker.peek('reader', chainOfRole('reader'))).toBeUndefined();
    fake.failNext('assumeRole', failure('network', 'no route', 'check the network'));
    expect(await get(chainOfRole('reader'))).toMatchObject({ failure: { kind: 'network' } });
  });

  it('forgets at once, and lets nothing under way come back', async () => {
    const { broker, get, fake } = setUp();
    const release = fake.hold();
    const underWay = get(chainOfRole('reader'));
    await vi.waitFor(() => expect(fake.calls).toHaveLength(1));
    broker.forget('reader');
    release();
    expect(await underWay).toMatchObject({ failure: { kind: 'signed-out' } });
    expect(broker.peek('reader', chainOfRole('reader'))).toBeUndefined();
  });

  it('forgets MFA sessions when everything is signed out', async () => {
    const { broker, get, mfa } = setUp();
    const pending = get(chainWithMfa('developer'));
    await type(mfa, '123456');
    await pending;
    broker.forgetAll();
    const again = get(chainWithMfa('developer'));
    await vi.waitFor(() => expect(mfa.current()).not.toBeNull());
    mfa.cancel(mfa.current()?.id ?? '');
    expect(await again).toMatchObject({ failure: { kind: 'cancelled' } });
  });
});
