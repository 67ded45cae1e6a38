import { describe, expect, it } from 'vitest';
import { failure } from '../core/failure.ts';
import { runFake } from './fake-world.ts';

const NOW = Date.UTC(2026, 0, 1);
const HOUR = 3_600_000;
const switched = { profile: 'prod', expiresAt: NOW + 8 * HOUR, durationSeconds: 28_800 };

describe('switch', () => {
  it('asks for a duration, a code of its own and a ticket', async () => {
    const argv = ['switch', 'prod', '--duration', '8h', '--own-code', '--ticket', 'ABC-123'];
    const run = await runFake(argv, { answers: { switchProfile: switched }, now: NOW });
    expect(run).toMatchObject({ status: 0, stdout: 'prod is active, 8 h left.\n', stderr: '' });
    expect(run.sent[0]?.input).toMatchObject({ durationSeconds: 28_800, ownCode: true, ticket: 'ABC-123' });
  });

  it('sends no duration that AWS does not take', async () => {
    const run = await runFake(['switch', 'prod', '--duration', '2d']);
    expect(run).toMatchObject({ status: 1, sent: [] });
    expect(run.stderr).toContain('from 15m to 12h');
  });

  it('says when the session is shorter than was asked for', async () => {
    const answers = {
      switchProfile: { ...switched, durationSeconds: 3600, wishedSeconds: 28_800, expiresAt: NOW + HOUR },
    };
    const { stderr } = await runFake(['switch', 'prod', '--duration', '8h'], { answers, now: NOW });
    expect(stderr).toBe('AWS gives this role 1 h of the 8 h that were wished for.\n');
  });

  it('asks a person at a terminal for the ticket, and nobody else', async () => {
    const failures = { switchProfile: failure('ticket-needed', 'A ticket is needed.', 'Name it.') };
    const at = await runFake(['switch', 'prod'], { failures, stdin: 'ABC-123', terminal: true });
    expect(at.asked).toEqual(['The ticket that you work on as prod: ']);
    expect(at.sent.at(-1)?.input).toMatchObject({ ticket: 'ABC-123' });
    const piped = await runFake(['switch', 'prod'], { failures, stdin: 'ABC-123' });
    expect([piped.asked, piped.sent.length]).toEqual([[], 1]);
  });
});

it('renew gets a new session of the active profile', async () => {
  const run = await runFake(['renew'], { answers: { renewSession: switched }, now: NOW });
  expect(run).toMatchObject({ status: 0, stdout: 'prod is renewed, 8 h left.\n' });
  expect(run.sent).toEqual([{ name: 'renewSession', input: { profile: undefined, mfaCode: undefined } }]);
});

describe('session', () => {
  const plan = {
    profile: 'prod',
    plans: [
      { plan: 'one-code', longestSeconds: 3600 },
      { plan: 'own-code', longestSeconds: 43_200 },
    ],
    chosen: { plan: 'own-code', durationSeconds: 5400 },
    saved: {},
    needsTicket: false,
  };

  it('shows the plans and which one is taken', async () => {
    const { stdout, sent } = await runFake(['session', 'prod'], { answers: { sessionPlan: plan } });
    expect(stdout).toBe('one code for all roles  up to 1 h\na code of its own       1 h 30 min  taken\n');
    expect(sent.map(({ name }) => name)).toEqual(['sessionPlan']);
  });

  it.each([
    [['--duration', '8h'], { durationSeconds: 28_800, ownCode: undefined }],
    [['--own-code'], { durationSeconds: undefined, ownCode: true }],
    [['--shared-code'], { durationSeconds: undefined, ownCode: false }],
    [['--reset'], { durationSeconds: null, ownCode: null }],
  ])('%j sets the default', async (options, input) => {
    const { sent } = await runFake(['session', 'prod', ...options], { answers: { setSessionDefault: plan } });
    expect(sent).toEqual([{ name: 'setSessionDefault', input: { profile: 'prod', ...input } }]);
  });

  it('refuses both plans at once', async () => {
    expect(await runFake(['session', 'prod', '--own-code', '--shared-code'])).toMatchObject({ status: 1, sent: [] });
  });
});
