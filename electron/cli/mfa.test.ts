import { describe, expect, it } from 'vitest';
import { runFake } from './fake-world.ts';

describe('rolecall mfa', () => {
  const serial = 'arn:aws:iam::012345678901:mfa/ada';
  const device = { mfaSerial: serial, profiles: ['ada', 'developer'], seedAddedAt: 1 };

  it('lists devices, and where their codes come from', async () => {
    const { stdout } = await runFake(['mfa', 'list'], {
      answers: { listMfaDevices: { devices: [device, { mfaSerial: 'GAHT12345678', profiles: ['bob'] }] } },
    });
    expect(stdout).toMatch(/mfa\/ada +seed kept here +ada, developer/);
    expect(stdout).toMatch(/GAHT12345678 +typed +bob/);
  });

  it.each([false, true])(
    'takes a seed by standard input, says what it costs, and echoes nothing (terminal: %s)',
    async (terminal) => {
      const { status, stdout, stderr, sent } = await runFake(['mfa', 'seed', 'add', serial], {
        answers: { addMfaSeed: device },
        stdin: 'CANARY234567 \n',
        terminal,
      });
      expect(status).toBe(0);
      expect(sent).toEqual([{ name: 'addMfaSeed', input: { mfaSerial: serial, seed: 'CANARY234567' } }]);
      expect(stderr).toContain('the second factor is on this computer');
      expect(stdout + stderr).not.toContain('CANARY');
    },
  );

  it('does not take a seed as an argument', async () => {
    const { status, sent, stderr } = await runFake(['mfa', 'seed', 'add', serial, 'CANARY234567']);
    expect([status, sent]).toEqual([1, []]);
    expect(stderr).not.toContain('CANARY');
  });

  it.each([
    ['process', 'mfaProcess'],
    ['keep-sessions', 'keepMfaSessions'],
  ])('turns %s on and off, and nothing else', async (name, setting) => {
    const answers = { changePreferences: { [setting]: true } };
    expect((await runFake(['mfa', name, 'on'], { answers })).sent).toEqual([
      { name: 'changePreferences', input: { change: { [setting]: true } } },
    ]);
    expect((await runFake(['mfa', name, 'maybe'], { answers })).status).toBe(1);
  });
});
