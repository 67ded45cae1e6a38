import { describe, expect, it, vi } from 'vitest';
import type { Asker } from '../asker.ts';
import { type FailureKind, failure } from '../failure.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { failed, ok, type Result } from '../result.ts';
import { createAwsClock } from '../time/aws-clock.ts';
import type { CodeSource } from './code-source.ts';
import { createMfaCodes } from './codes.ts';

const asker: Asker = { through: 'tray' };
const serial = 'arn:aws:iam::012345678901:mfa/ada';
const STEP_MS = 30_000;
const wrong = failed(failure('mfa-wrong-code', 'wrong', 'wait'));

/** A source that gives the number of the step, as a device would. */
function setUp(give: (now: number) => Result<string> = (now) => ok(String(now / 1000).slice(-6))) {
  const clock = createFakeClock();
  let worked = false;
  const source: CodeSource = {
    waitingFor: 'keychain',
    code: async () => give(Math.floor(clock.now() / STEP_MS) * STEP_MS),
    hasWorked: () => worked,
    worked() {
      worked = true;
    },
    refused: () => failure('mfa-seed', 'the seed is wrong', 'replace it'),
  };
  const mfa = createMfaCodes({ clock: createAwsClock({ clock }), findSource: () => source });
  const waits: string[] = [];
  const control = new AbortController();
  const request = {
    profile: 'developer',
    mfaSerial: serial,
    session: 'developer',
    asker,
    signal: control.signal,
    onWaiting: (what: string) => waits.push(what),
  };
  const sent: string[] = [];
  const send = (results: Result<string>[]) => async (code: string) => {
    sent.push(code);
    return results.shift() ?? ok('in');
  };
  /** Lets all promises that can go on do so, then moves time to the next step. */
  const nextStep = async () => {
    await vi.waitFor(() => expect(clock.pending()).toBe(1));
    clock.advance(STEP_MS - (clock.now() % STEP_MS));
  };
  return { clock, mfa, request, sent, send, waits, control, nextStep };
}

describe('a source of codes', () => {
  it('asks nobody', async () => {
    const { mfa, request, sent, send, waits } = setUp();
    expect(await mfa.withCode(request, send([]))).toEqual(ok('in'));
    expect(sent).toHaveLength(1);
    expect(mfa.current()).toBeNull();
    expect(waits).toEqual(['keychain', 'aws']);
  });

  it('never gives AWS the same code twice: the second waits for the next step, and says so', async () => {
    const { mfa, request, sent, send, waits, nextStep } = setUp();
    await mfa.withCode(request, send([]));
    const second = mfa.withCode({ ...request, profile: 'other' }, send([]));
    await nextStep();
    expect(await second).toEqual(ok('in'));
    expect(new Set(sent).size).toBe(2);
    expect(waits).toContain('next-code');
  });

  it('two at once take a code each', async () => {
    const { mfa, request, sent, send, nextStep } = setUp();
    const both = [mfa.withCode(request, send([])), mfa.withCode(request, send([]))];
    await nextStep();
    expect(await Promise.all(both)).toEqual([ok('in'), ok('in')]);
    expect(new Set(sent).size).toBe(2);
  });

  it('that is wrong leads to the prompt, which says why', async () => {
    const { mfa, request, send, sent } = setUp();
    const asked = mfa.withCode(request, send([wrong]));
    await vi.waitFor(() => expect(mfa.current()?.problem?.message).toBe('the seed is wrong'));
    expect(mfa.answer(mfa.current()?.id ?? '', '777777')).toBe(true);
    expect(await asked).toEqual(ok('in'));
    expect(sent).toHaveLength(2);
  });

  it('that has worked before gets one more try: its code may have been used before a restart', async () => {
    const { mfa, request, send, nextStep } = setUp();
    await mfa.withCode(request, send([]));
    const asked = mfa.withCode(request, send([wrong, ok('in at last')]));
    await nextStep();
    await nextStep();
    expect(await asked).toEqual(ok('in at last'));
  });

  it('that gives no code leads to the prompt, too', async () => {
    const { mfa, request, send } = setUp(() => failed(failure('keychain-locked', 'locked', 'unlock')));
    const asked = mfa.withCode(request, send([]));
    await vi.waitFor(() => expect(mfa.current()?.problem?.kind).toBe('keychain-locked'));
    mfa.cancel(mfa.current()?.id ?? '');
    expect(await asked).toMatchObject({ failure: { kind: 'cancelled' } });
  });

  it('that gives one code for ever is left for the prompt', async () => {
    const { mfa, request, send, nextStep } = setUp(() => ok('123456'));
    await mfa.withCode(request, send([]));
    const asked = mfa.withCode(request, send([]));
    await nextStep();
    await nextStep();
    await vi.waitFor(() => expect(mfa.current()?.problem?.kind).toBe('mfa-process'));
    mfa.cancel(mfa.current()?.id ?? '');
    await asked;
  });

  it('is left at once by a caller that goes while it waits for the next code', async () => {
    const { mfa, request, send, control, clock } = setUp();
    await mfa.withCode(request, send([]));
    const asked = mfa.withCode(request, send([]));
    await vi.waitFor(() => expect(clock.pending()).toBe(1));
    control.abort();
    expect(await asked).toMatchObject({ failure: { kind: 'cancelled' } });
    expect(clock.pending()).toBe(0);
  });

  it('is not asked for a request that brings its own code', async () => {
    const { mfa, request, send, sent } = setUp();
    await mfa.withCode({ ...request, code: '424242' }, send([]));
    expect(sent).toEqual(['424242']);
  });
});

describe('what AWS made of a code', () => {
  const again = async (kind: FailureKind) => {
    const mfa = createMfaCodes({ clock: createAwsClock({ clock: createFakeClock() }) });
    const signal = new AbortController().signal;
    const request = { profile: 'p', mfaSerial: serial, session: 's', asker, signal, code: '123456' };
    await mfa.withCode(request, async () => failed(failure(kind, 'm', 'r')));
    return mfa.withCode(request, async () => ok('in'));
  };

  it.each(['network', 'timeout', 'cancelled', 'throttled', 'clock-skew', 'secret-wrong', 'key-invalid'] as const)(
    'after %s it is as good as before',
    async (kind) => expect(await again(kind)).toEqual(ok('in')),
  );
  it.each(['not-authorized', 'mfa-device', 'duration-too-long', 'aws-error'] as const)(
    'after %s it is used',
    async (kind) => expect(await again(kind)).toMatchObject({ failure: { kind: 'mfa-code-used' } }),
  );
  it('a wrong one that is brought again is called wrong, not used', async () =>
    expect(await again('mfa-wrong-code')).toMatchObject({ failure: { kind: 'mfa-wrong-code' } }));

  it('a prompt names the next code’s time while the one on the device was used, and only then', async () => {
    const clock = createFakeClock();
    clock.advance(5_000);
    const mfa = createMfaCodes({ clock: createAwsClock({ clock }) });
    const signal = new AbortController().signal;
    const request = { profile: 'p', mfaSerial: serial, session: 's', asker, signal };
    await mfa.withCode({ ...request, code: '123456' }, async () => ok('in'));
    const asked = mfa.withCode(request, async () => ok('in'));
    await vi.waitFor(() => expect(mfa.current()).not.toBeNull());
    expect(mfa.current()?.nextCodeAt).toBe(clock.now() + 25_000);
    clock.advance(25_000);
    mfa.answer(mfa.current()?.id ?? '', '123456');
    await vi.waitFor(() => expect(mfa.current()?.problem?.kind).toBe('mfa-code-used'));
    expect(mfa.current()?.nextCodeAt).toBeUndefined();
    mfa.cancel(mfa.current()?.id ?? '');
    await asked;
  });
});
