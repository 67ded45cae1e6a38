import { describe, expect, it, vi } from 'vitest';
import type { Asker } from '../asker.ts';
import { failure } from '../failure.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { failed, ok, type Result } from '../result.ts';
import { createAwsClock } from '../time/aws-clock.ts';
import { createMfaCodes } from './codes.ts';

const asker: Asker = { through: 'tray' };
const serial = 'arn:aws:iam::012345678901:mfa/ada';
const wrong = failure('mfa-wrong-code', 'wrong', 'wait');

function setUp() {
  const clock = createFakeClock();
  const mfa = createMfaCodes({ clock: createAwsClock({ clock }) });
  const control = new AbortController();
  const request = { profile: 'developer', mfaSerial: serial, session: 'developer', asker, signal: control.signal };
  return { clock, mfa, control, request };
}

async function answered(mfa: ReturnType<typeof createMfaCodes>, code: string): Promise<void> {
  await vi.waitFor(() => expect(mfa.current()?.checking).toBe(false));
  expect(mfa.answer(mfa.current()?.id ?? '', code)).toBe(true);
}

describe('MFA codes', () => {
  it('asks, sends, and closes the question', async () => {
    const { mfa, request } = setUp();
    const send = vi.fn(async (code: string) => ok(code));
    const result = mfa.withCode(request, send);
    await answered(mfa, '123456');
    expect(await result).toEqual(ok('123456'));
    expect(mfa.current()).toBeNull();
  });

  it('keeps the question open after a wrong code, and says so in place', async () => {
    const { mfa, request } = setUp();
    const answers: Result<string>[] = [failed(wrong), ok('in')];
    const result = mfa.withCode(request, async () => answers.shift() ?? failed(wrong));
    await answered(mfa, '111111');
    await vi.waitFor(() => expect(mfa.current()?.problem?.kind).toBe('mfa-wrong-code'));
    await answered(mfa, '222222');
    expect(await result).toEqual(ok('in'));
  });

  it('asks after the second wrong code whether it is the right device, and its clock right', async () => {
    const { mfa, request } = setUp();
    const answers: Result<string>[] = [failed(wrong), failed(wrong), ok('in')];
    const result = mfa.withCode(request, async () => answers.shift() ?? failed(wrong));
    await answered(mfa, '111111');
    await vi.waitFor(() => expect(mfa.current()?.problem?.remedy).toBe(wrong.remedy));
    await answered(mfa, '222222');
    await vi.waitFor(() => expect(mfa.current()?.problem?.remedy).toContain('clock'));
    await answered(mfa, '333333');
    expect(await result).toEqual(ok('in'));
  });

  it('never sends a used code again, whoever asks', async () => {
    const { mfa, request } = setUp();
    const send = vi.fn(async () => ok('in'));
    expect(await mfa.withCode({ ...request, code: '123456' }, send)).toEqual(ok('in'));
    expect(await mfa.withCode({ ...request, profile: 'other', code: '123456' }, send)).toMatchObject({
      failure: { kind: 'mfa-code-used' },
    });
    const asked = mfa.withCode(request, send);
    await answered(mfa, '123456');
    await vi.waitFor(() => expect(mfa.current()?.problem?.kind).toBe('mfa-code-used'));
    expect(send).toHaveBeenCalledTimes(1);
    mfa.cancel(mfa.current()?.id ?? '');
    expect(await asked).toMatchObject({ failure: { kind: 'cancelled' } });
  });

  it('does not count a code as used that AWS never answered', async () => {
    const { mfa, request } = setUp();
    const lost = failed(failure('network', 'no route', 'check the network'));
    expect(await mfa.withCode({ ...request, code: '123456' }, async () => lost)).toEqual(lost);
    expect(await mfa.withCode({ ...request, code: '123456' }, async () => ok('in'))).toEqual(ok('in'));
  });

  it('does not ask again after a wrong code that the caller brought along', async () => {
    const { mfa, request } = setUp();
    expect(await mfa.withCode({ ...request, code: '111111' }, async () => failed(wrong))).toEqual(failed(wrong));
    expect(mfa.current()).toBeNull();
  });

  it('sends a code that the caller brought along at once, whatever question is open', async () => {
    const { mfa, request } = setUp();
    const asked = mfa.withCode(request, async () => ok('in'));
    await vi.waitFor(() => expect(mfa.current()).not.toBeNull());
    const brought = { ...request, profile: 'other', session: 'other', code: '123456' };
    expect(await mfa.withCode(brought, async (code) => ok(code))).toEqual(ok('123456'));
    expect(mfa.current()?.profile).toBe('developer');
    mfa.leave();
    expect(await asked).toMatchObject({ failure: { kind: 'cancelled' } });
  });

  it('sends a code that is brought for a question in line at once, and keeps the question when AWS refuses it', async () => {
    const { mfa, request } = setUp();
    const first = mfa.withCode(request, async () => ok('first'));
    const answers: Result<string>[] = [failed(wrong), ok('second')];
    const second = mfa.withCode(
      { ...request, profile: 'other', session: 'other' },
      async () => answers.shift() ?? failed(wrong),
    );
    await vi.waitFor(() => expect(mfa.current()?.waiting).toBe(1));
    expect(await mfa.offer('other', '111111').refused).toMatchObject({ kind: 'mfa-wrong-code' });
    await vi.waitFor(() => expect(mfa.current()).toMatchObject({ profile: 'developer', waiting: 1 }));
    expect(await mfa.offer('other', '222222').refused).toBeUndefined();
    expect(await second).toEqual(ok('second'));
    await answered(mfa, '333333');
    expect(await first).toEqual(ok('first'));
    expect(mfa.current()).toBeNull();
  });

  it('passes no code to a question in line whose caller has gone', async () => {
    const { mfa, request } = setUp();
    const first = mfa.withCode(request, async () => ok('first'));
    const left = new AbortController();
    const send = vi.fn(async () => ok('sent'));
    const second = mfa.withCode({ ...request, session: 'other', signal: left.signal }, send);
    await vi.waitFor(() => expect(mfa.current()?.waiting).toBe(1));
    left.abort();
    const offer = mfa.offer('other', '111111');
    await answered(mfa, '333333');
    expect(await first).toEqual(ok('first'));
    expect(await second).toMatchObject({ failure: { kind: 'cancelled' } });
    expect(send).not.toHaveBeenCalled();
    expect(offer.withdraw()).toBe(true);
  });

  it('shows one question at a time, in order of asking', async () => {
    const { mfa, request } = setUp();
    const results = ['a', 'b', 'c'].map((profile) =>
      mfa.withCode({ ...request, profile }, async (code) => ok(profile + code)),
    );
    await vi.waitFor(() => expect(mfa.current()).toMatchObject({ profile: 'a', waiting: 2 }));
    await answered(mfa, '000001');
    await vi.waitFor(() => expect(mfa.current()?.profile).toBe('b'));
    await answered(mfa, '000002');
    await vi.waitFor(() => expect(mfa.current()?.profile).toBe('c'));
    await answered(mfa, '000003');
    expect(await Promise.all(results)).toEqual([ok('a000001'), ok('b000002'), ok('c000003')]);
  });

  it('cancels for good, also while AWS checks a code', async () => {
    const { mfa, request } = setUp();
    let release = (_: Result<string>) => {};
    const result = mfa.withCode(request, () => new Promise<Result<string>>((resolve) => (release = resolve)));
    await answered(mfa, '123456');
    await vi.waitFor(() => expect(mfa.current()?.checking).toBe(true));
    expect(mfa.answer(mfa.current()?.id ?? '', '999999')).toBe(false);
    mfa.cancel(mfa.current()?.id ?? '');
    release(ok('in'));
    expect(await result).toMatchObject({ failure: { kind: 'cancelled' } });
  });

  it('closes the question of a caller that went away, and goes on with the next', async () => {
    const { mfa, control, request } = setUp();
    const gone = mfa.withCode(request, async () => ok('in'));
    const next = mfa.withCode({ ...request, profile: 'next', signal: new AbortController().signal }, async () =>
      ok('next'),
    );
    await vi.waitFor(() => expect(mfa.current()?.profile).toBe('developer'));
    control.abort();
    expect(await gone).toMatchObject({ failure: { kind: 'cancelled' } });
    await vi.waitFor(() => expect(mfa.current()?.profile).toBe('next'));
    await answered(mfa, '123456');
    expect(await next).toEqual(ok('next'));
  });

  it('ignores answers to a question that is gone', () => {
    const { mfa } = setUp();
    expect(mfa.answer('1', '123456')).toBe(false);
  });
});
