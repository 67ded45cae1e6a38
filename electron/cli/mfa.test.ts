import { describe, expect, it } from 'vitest';
import { runFake } from './fake-world.ts';

describe('rolecall mfa', () => {
  const serial = 'arn:aws:iam::012345678901:mfa/ada';
  const device = { mfaSerial: serial, profiles: ['ada', 'developer'], seedAddedAt: 1 };

  it('lists devices, and where their codes come from', async () => {
    const { stdout } = await runFake(['mfa', 'list'], {
      answers: {
        listMfaDevices: { devices: [device, { mfaSerial: 'GAHT12345678', profiles: ['bob'] }], problems: [] },
      },
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

describe('rolecall mfa enrol', () => {
  const serial = 'arn:aws:iam::012345678901:mfa/ada';
  const device = { id: '1', profile: 'ada', userName: 'ada', mfaSerial: serial, qr: ['10', '01'], others: [] };
  const answers = {
    startMfaEnrolment: device,
    mfaEnrolmentSecret: { seed: 'CANARYSEED', url: 'otpauth://totp/x?secret=CANARYSEED' },
    finishMfaEnrolment: { profile: 'ada', mfaSerial: serial, seedKept: false },
    cancelMfaEnrolment: {},
    previewFileEdit: { path: '/config', diff: '+mfa_serial\n' },
    applyFileEdit: { path: '/config', diff: '+mfa_serial\n' },
  };
  const names = (sent: { name: string }[]) => sent.map(({ name }) => name);

  it('shows the code on the terminal, takes two codes, and writes the profile when told to', async () => {
    const { status, stdout, stderr, sent } = await runFake(['mfa', 'enrol', 'ada'], {
      answers,
      terminal: true,
      stdin: '111111\n222222\ny\n',
    });
    expect(status).toBe(0);
    expect(stderr).toContain('█');
    expect(stdout).toContain(`${serial} is enabled`);
    expect(sent).toContainEqual({
      name: 'finishMfaEnrolment',
      input: { id: '1', codes: ['111111', '222222'], keepSeed: false },
    });
    expect(names(sent)).toContain('applyFileEdit');
    expect(stdout + stderr).not.toContain('CANARY');
  });

  it('leaves the file alone when not told to, and says what to do', async () => {
    const { stderr, sent } = await runFake(['mfa', 'enrol', 'ada'], {
      answers,
      terminal: true,
      stdin: '111111\n222222\n\n',
    });
    expect(names(sent)).not.toContain('applyFileEdit');
    expect(stderr).toContain(`rolecall config set ada mfa_serial ${serial}`);
  });

  it('asks again after wrong codes, and takes the device back when it gives up', async () => {
    const wrong = { kind: 'mfa-wrong-code', message: 'Wrong codes.', remedy: 'Take the next two.' } as const;
    const { status, stderr, sent } = await runFake(['mfa', 'enrol', 'ada'], {
      answers,
      failures: { finishMfaEnrolment: wrong },
      terminal: true,
      stdin: '1\n2\n111111\n222222\n333333\n444444\n',
    });
    expect(status).toBe(1);
    expect(stderr).toContain('Wrong codes.');
    expect(names(sent)).toEqual([
      'startMfaEnrolment',
      'finishMfaEnrolment',
      'finishMfaEnrolment',
      'cancelMfaEnrolment',
    ]);
  });

  it('makes no device where there is nothing to show it on', async () => {
    const { status, sent } = await runFake(['mfa', 'enrol', 'ada'], { answers, stdin: '111111 222222' });
    expect([status, sent]).toEqual([1, []]);
  });

  it('prints the secret only when asked to, and never to standard output', async () => {
    const { status, stdout, stderr } = await runFake(['mfa', 'enrol', 'ada', '--show-url', '--json'], {
      answers,
      stdin: '111111 222222',
    });
    expect(status).toBe(0);
    expect(stderr).toContain('otpauth://totp/x?secret=CANARYSEED');
    expect(stdout).not.toContain('CANARY');
  });
});
