import { describe, expect, it } from 'vitest';
import type { ProfileRow } from '../core/contract.ts';
import { failure } from '../core/failure.ts';
import { runFake } from './fake-world.ts';

const NOW = 1_800_000_000_000;
const MIN = 60_000;

const row = (name: string, more: Partial<ProfileRow> = {}): ProfileRow => ({
  name,
  kind: 'role',
  needsCode: false,
  pinned: false,
  careful: false,
  adopted: false,
  ...more,
});

const snapshot = {
  catalog: {
    rows: [
      row('prod', { accountId: '111122223333', roleName: 'admin', region: 'eu-west-1' }),
      row('evil\u001B[2J\u202E', { roleName: 'r' }),
      row('base', { kind: 'user' }),
    ],
    problems: [
      { file: '/h/../.aws/config', line: 7, message: 'Not a section', remedy: 'Correct it.' },
      { file: '/h/.aws/config', line: 9, message: 'Not a key.', remedy: 'Correct it.' },
    ],
    defaultHandedOver: false,
  },
  sessions: {
    activeProfile: 'prod',
    byProfile: { prod: { state: 'active', startedAt: NOW, expiresAt: NOW + 43 * MIN, arn: 'arn:aws:sts::1:x' } },
  },
};
const credentials = {
  Version: 1,
  AccessKeyId: 'ASIAIOSFODNN7EXAMPLE',
  SecretAccessKey: 'secret',
  SessionToken: 'token',
  Expiration: '2027-01-15T08:00:00.000Z',
};
const noCode = failure('mfa-code-required', 'A code is needed.', 'Give one.', { profile: 'prod' });

describe('list', () => {
  it('prints aligned columns, with names that cannot steer the terminal', async () => {
    const { status, stdout, stderr } = await runFake(['list'], { answers: { snapshot }, now: NOW });
    expect(status).toBe(0);
    expect(stdout).toBe(
      [
        'PROFILE    ACCOUNT       ROLE   REGION     STATE',
        'prod       111122223333  admin  eu-west-1  active, 43 min left',
        'evil\uFFFD[2J\uFFFD                r',
        'base                     user',
        '',
      ].join('\n'),
    );
    expect(stderr).toBe('/h/../.aws/config:7: Not a section. Correct it.\n/h/.aws/config:9: Not a key. Correct it.\n');
  });

  it('prints one JSON document', async () => {
    const { stdout, stderr } = await runFake(['list', '--json'], { answers: { snapshot }, now: NOW });
    expect(stderr).toBe('');
    const document = JSON.parse(stdout);
    expect(document.profiles[0]).toMatchObject({ name: 'prod', active: true, session: { state: 'active' } });
    expect(document.profiles[2]).toMatchObject({ name: 'base', active: false, session: { state: 'inactive' } });
    expect(document.problems).toEqual(snapshot.catalog.problems);
  });

  it('gives weight on a terminal only, and not with NO_COLOR', async () => {
    const options = { answers: { snapshot }, now: NOW, terminal: true };
    expect((await runFake(['list'], options)).stdout).toContain('\u001B[1mprod\u001B[22m  ');
    expect((await runFake(['list'], { ...options, env: { NO_COLOR: '1' } })).stdout).not.toContain('\u001B');
  });
});

describe('status', () => {
  it('starts nothing', async () => {
    const plain = await runFake(['status'], { running: false });
    expect(plain).toMatchObject({ status: 0, stdout: 'Rolecall is not running.\n', started: 0 });
    const json = await runFake(['status', '--json'], { running: false });
    expect(JSON.parse(json.stdout)).toEqual({ running: false });
  });

  it('says which role is active and how long', async () => {
    const { stdout, stderr } = await runFake(['status'], { answers: { snapshot }, now: NOW });
    expect(stdout).toBe('prod  active  43 min left\narn:aws:sts::1:x\n');
    expect(stderr).toContain('rolecall config default on');
  });

  it('says that the clock is off', async () => {
    const answers = { snapshot, clockSkew: { skew: { aheadMs: -7 * MIN } } };
    const { stderr } = await runFake(['status'], { answers, now: NOW });
    expect(stderr).toContain("This computer's clock is 7 min fast: switch on automatic time.");
    const json = JSON.parse((await runFake(['status', '--json'], { answers, now: NOW })).stdout);
    expect(json).toMatchObject({ clockAheadMs: -7 * MIN });
  });

  it('says so when none is', async () => {
    const sessions = { activeProfile: null, byProfile: {} };
    const { stdout, stderr } = await runFake(['status'], { answers: { snapshot: { ...snapshot, sessions } } });
    expect([stdout, stderr]).toEqual(['No role is active.\n', '']);
  });
});

describe('switch', () => {
  const answers = { switchProfile: { profile: 'prod', expiresAt: NOW + 60 * MIN, durationSeconds: 3600 } };

  it('switches, starting the program when needed', async () => {
    const run = await runFake(['switch', 'prod'], { answers, now: NOW, running: false });
    expect(run).toMatchObject({ status: 0, stdout: 'prod is active, 1 h left.\n', started: 1 });
    expect(run.sent).toEqual([{ name: 'switchProfile', input: { profile: 'prod', mfaCode: undefined } }]);
  });

  it('takes a code from standard input', async () => {
    const { sent } = await runFake(['switch', 'prod', '--mfa-code-stdin'], { answers, stdin: ' 123 456 \n' });
    expect(sent).toEqual([{ name: 'switchProfile', input: { profile: 'prod', mfaCode: '123456' } }]);
  });

  it('sends nothing when that is not a code, and does not repeat it', async () => {
    const run = await runFake(['switch', 'prod', '--mfa-code-stdin'], { answers, stdin: 'CANARY\n' });
    expect(run).toMatchObject({ status: 1, sent: [], stdout: '' });
    expect(run.stderr).not.toContain('CANARY');
  });

  it('tells message and remedy of a failure, one line each', async () => {
    const failures = { switchProfile: noCode };
    const run = await runFake(['switch', 'prod'], { failures });
    expect(run).toMatchObject({ status: 1, stdout: '', stderr: 'A code is needed.\nGive one.\n' });
    const json = await runFake(['switch', 'prod', '--json'], { failures });
    expect(json.status).toBe(1);
    expect(JSON.parse(json.stdout)).toEqual({ failure: noCode });
  });
});

describe('credentials', () => {
  it.each([[['credentials', 'prod']], [['credentials', 'prod', '--json']]])(
    '%j prints exactly the document',
    async (argv) => {
      const { stdout, stderr, sent } = await runFake(argv, { answers: { credentials } });
      expect(stdout).toBe(`${JSON.stringify(credentials)}\n`);
      expect(stderr).toBe('');
      expect(sent).toEqual([{ name: 'credentials', input: { profile: 'prod', mfaCode: undefined } }]);
    },
  );

  it('asks for the active profile without a name', async () => {
    const { sent } = await runFake(['credentials'], { answers: { credentials } });
    expect(sent[0]?.input).toEqual({ profile: undefined, mfaCode: undefined });
  });
});

describe('console', () => {
  it('prints the link, or opens it', async () => {
    const answers = { consoleLink: { url: 'https://signin.aws.amazon.com/federation?x' }, openConsole: {} };
    const argv = ['console', 'prod', '--region', 'eu-west-1', '--service', 'ec2'];
    const printed = await runFake([...argv, '--print'], { answers });
    expect(printed.stdout).toBe('https://signin.aws.amazon.com/federation?x\n');
    expect(printed.sent[0]).toMatchObject({ name: 'consoleLink', input: { region: 'eu-west-1', service: 'ec2' } });
    const opened = await runFake(argv, { answers });
    expect(opened.sent[0]?.name).toBe('openConsole');
    expect(opened.stdout).toBe('The console of prod is open in the browser.\n');
  });

  it('opens a resource in the profile that reaches it, and names the others', async () => {
    const what = 'the SQS queue jobs';
    const findConsole = { what, accountId: '111122223333', profiles: ['prod', 'reader', 'a', 'b', 'c', 'd', 'e'] };
    const resource = 'arn:aws:sqs:eu-west-1:111122223333:jobs';
    const answers = { findConsole, openConsole: {} };
    const opened = await runFake(['console', '--resource', resource], { answers });
    expect(opened.sent[1]).toMatchObject({ name: 'openConsole', input: { profile: 'prod', resource } });
    expect(opened.stdout).toBe('Opened the SQS queue jobs as prod in the browser.\n');
    expect(opened.stderr).toContain('as reader, a, b, c, d and 1 more, too');
    const named = await runFake(['console', 'reader', '--resource', resource], { answers });
    expect(named).toMatchObject({ stdout: 'Opened the SQS queue jobs as reader in the browser.\n', stderr: '' });
    expect(await runFake(['console'], { answers })).toMatchObject({ status: 1, sent: [] });
  });

  it('asks for the name of a careful profile at a terminal, and takes it as an option', async () => {
    const asks = failure('confirmation-required', 'Careful.', 'Type it.', { profile: 'prod' });
    const asked = await runFake(['console', 'prod'], {
      failures: { openConsole: asks },
      terminal: true,
      stdin: 'prod\n',
    });
    expect(asked.sent.map(({ input }) => input)).toMatchObject([{ confirm: undefined }, { confirm: 'prod' }]);
    const given = await runFake(['console', 'prod', '--confirm', 'prod'], { answers: { openConsole: {} } });
    expect(given.sent[0]).toMatchObject({ input: { confirm: 'prod' } });
  });
});

describe('sign-out', () => {
  it('signs out of one or all', async () => {
    const answers = { signOut: { signedOut: ['prod', 'dev'] } };
    expect((await runFake(['sign-out', '--all'], { answers })).stdout).toBe('Signed out of prod, dev.\n');
    expect((await runFake(['sign-out', 'prod'], { answers })).sent[0]?.input).toEqual({ profile: 'prod' });
    expect(await runFake(['sign-out', 'prod', '--all'], { answers })).toMatchObject({ status: 1, sent: [] });
    const none = { signOut: { signedOut: [] } };
    expect((await runFake(['sign-out'], { answers: none })).stdout).toBe('Nothing was signed in.\n');
  });
});

describe('keys in clear', () => {
  const edit = { files: [{ path: '/c', diff: '-aws_secret_access_key = (hidden)\n' }], copies: ['/c.bak'] };
  const places = [{ path: '/c', lines: [2, 3] }];
  const found = {
    keys: [
      { profile: 'dev', accessKeyId: 'AKIA…MPLE', places },
      { profile: 'tmp', places: [], failure: failure('not-supported', 'Temporary.', 'Wait.') },
    ],
  };

  it('are found, with file and lines', async () => {
    const { stdout, stderr } = await runFake(['keys', 'find'], { answers: { findClearKeys: found } });
    expect(stdout).toContain('dev      AKIA…MPLE   /c, lines 2 and 3');
    expect(stderr).toBe('Temporary. Wait.\nTake them into the keychain: rolecall keys take\n');
  });

  it('are taken one by one, or all that can be', async () => {
    const answers = { findClearKeys: found, takeKey: edit, previewTakeKey: edit };
    const one = await runFake(['keys', 'take', 'dev'], { answers });
    expect(one).toMatchObject({ status: 0, stdout: '-aws_secret_access_key = (hidden)\n' });
    expect(one.stderr).toContain('/c.bak, which is not Rolecall’s to change');
    const all = await runFake(['keys', 'take'], { answers });
    expect(all.sent.map(({ name }) => name)).toEqual(['findClearKeys', 'takeKey']);
    expect(all).toMatchObject({ status: 1, stderr: expect.stringContaining('Temporary. Wait.') });
    const dry = await runFake(['keys', 'take', 'dev', '--dry-run', '--json'], { answers });
    expect(dry.sent).toEqual([{ name: 'previewTakeKey', input: { profile: 'dev' } }]);
    expect(JSON.parse(dry.stdout)).toMatchObject({ profile: 'dev', applied: false });
  });

  it('go on to be adopted, and are put back', async () => {
    const answers = {
      takeKey: edit,
      applyFileEdit: { path: '/x', diff: '+credential_process = r\n' },
      putKeyBack: edit,
    };
    const taken = await runFake(['keys', 'take', 'dev', '--adopt'], { answers });
    expect(taken.sent[1]).toEqual({ name: 'applyFileEdit', input: { edit: { kind: 'adopt', profile: 'dev' } } });
    expect(taken.stdout).toContain('+credential_process = r');
    const back = await runFake(['keys', 'put-back', 'dev'], { answers });
    expect(back.stderr).toContain('in clear in the file again');
  });
});

describe('the care of keys', () => {
  it('rotates one', async () => {
    const answers = { rotateAccessKey: { accessKeyId: 'AKIA…NEW1', replaced: 'AKIA…OLD1' } };
    const run = await runFake(['keys', 'rotate', 'dev', '--mfa-code-stdin'], { answers, stdin: '123 456\n' });
    expect(run.sent).toEqual([{ name: 'rotateAccessKey', input: { profile: 'dev', mfaCode: '123456' } }]);
    expect(run.stdout).toContain('dev is AKIA…NEW1 now. The old one, AKIA…OLD1, was');
  });

  it('tells age and last use, and what could not be asked', async () => {
    const key = { accessKeyId: 'AKIA…MPLE', kept: true, status: 'active', createdAt: NOW - 91 * 24 * 60 * MIN };
    const answers = {
      listAccessKeys: { accessKeys: [{ profile: 'dev', accessKeyId: 'AKIA…MPLE', userArn: 'u', addedAt: 0 }] },
      inspectAccessKey: { keys: [{ ...key, usedAt: NOW - MIN, service: 's3' }] },
    };
    const run = await runFake(['keys', 'check'], { answers, now: NOW });
    expect(run.stdout).toContain('dev      AKIA…MPLE   active  91 days  within a day (s3)  yes');
    const refused = { inspectAccessKey: failure('not-authorized', 'No.', 'Ask.') };
    expect(await runFake(['keys', 'check'], { answers, failures: refused, now: NOW })).toMatchObject({
      status: 1,
      stderr: 'No. Ask.\n',
    });
  });
});

describe('keys', () => {
  const added = { profile: 'base', accessKeyId: 'AKIA…MPLE', userArn: 'arn:aws:iam::1:user/ada', addedAt: 0 };
  const key = { profile: 'base', accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'CANARY-SECRET' };

  it('adds a key whose secret comes over standard input', async () => {
    const argv = ['keys', 'add', 'base', '--access-key-id', key.accessKeyId];
    const run = await runFake(argv, { answers: { addAccessKey: added }, stdin: `${key.secretAccessKey}\n` });
    expect(run.sent).toEqual([{ name: 'addAccessKey', input: key }]);
    expect(run.stdout).toContain('AKIA…MPLE');
    expect(run.stdout + run.stderr).not.toContain('CANARY');
  });

  it('asks for both on a terminal', async () => {
    const stdin = `${key.accessKeyId}\n${key.secretAccessKey}\n`;
    const run = await runFake(['keys', 'add', 'base'], { answers: { addAccessKey: added }, stdin, terminal: true });
    expect(run.asked).toEqual(['Access key ID: ', 'Secret access key: ']);
    expect(run.sent).toEqual([{ name: 'addAccessKey', input: key }]);
    expect(run.stdout + run.stderr).not.toContain('CANARY');
  });

  it('refuses a secret in argv without repeating it', async () => {
    for (const argv of [
      ['keys', 'add', 'base', 'AKIAIOSFODNN7EXAMPLE', 'CANARY-SECRET'],
      ['keys', 'add', 'base', '--secret-access-key=CANARY-SECRET'],
      ['keys', 'add', 'base', '--secret-access-key', 'CANARY-SECRET'],
    ]) {
      const run = await runFake(argv, { answers: { addAccessKey: added } });
      expect(run).toMatchObject({ status: 1, sent: [] });
      expect(run.stdout + run.stderr).not.toContain('CANARY');
    }
  });

  it('refuses half a key', async () => {
    expect(await runFake(['keys', 'add', 'base'], { stdin: 'x\n' })).toMatchObject({ status: 1, sent: [] });
    const argv = ['keys', 'add', 'base', '--access-key-id', key.accessKeyId];
    expect(await runFake(argv, { stdin: '\n' })).toMatchObject({ status: 1, sent: [] });
  });

  it('lists and removes', async () => {
    const listed = await runFake(['keys', 'list'], { answers: { listAccessKeys: { accessKeys: [added] } } });
    expect(listed.stdout).toBe(
      'PROFILE  ACCESS KEY  USER                     ADDED\nbase     AKIA…MPLE   arn:aws:iam::1:user/ada  1970-01-01\n',
    );
    const remove = (rotationUnfinished: boolean) =>
      runFake(['keys', 'remove', 'base'], { answers: { removeAccessKey: { rotationUnfinished } } });
    const removed = await remove(false);
    expect(removed).toMatchObject({ sent: [{ name: 'removeAccessKey', input: { profile: 'base' } }], stderr: '' });
    expect((await remove(true)).stderr).toContain('IAM may hold two keys of this user');
  });
});

describe('config', () => {
  const preview = { path: '/h/.aws/config', diff: '--- a\n+++ b\n+x\n' };
  const answers = { previewFileEdit: preview, applyFileEdit: preview };

  it.each([
    [['adopt', 'prod'], { kind: 'adopt', profile: 'prod' }],
    [['release', 'prod'], { kind: 'release', profile: 'prod' }],
    [['default', 'on'], { kind: 'hand-over-default' }],
    [['default', 'off'], { kind: 'take-back-default' }],
  ])('%j applies, and --dry-run only shows', async (argv, edit) => {
    const applied = await runFake(['config', ...argv], { answers });
    expect(applied).toMatchObject({ stdout: preview.diff, stderr: 'Changed /h/.aws/config.\n' });
    expect(applied.sent).toEqual([{ name: 'applyFileEdit', input: { edit } }]);
    const shown = await runFake(['config', ...argv, '--dry-run', '--json'], { answers });
    expect(shown.sent).toEqual([{ name: 'previewFileEdit', input: { edit } }]);
    expect(JSON.parse(shown.stdout)).toEqual({ ...preview, applied: false });
  });

  it('knows on and off', async () => {
    expect(await runFake(['config', 'default', 'perhaps'], { answers })).toMatchObject({ status: 1, sent: [] });
  });
});

describe('open and quit', () => {
  it('opens', async () => {
    const run = await runFake(['open'], { answers: { showPopover: {} }, running: false });
    expect(run).toMatchObject({ status: 0, stdout: '', started: 1 });
  });

  it('quits, and starts nothing for it', async () => {
    expect((await runFake(['quit'], { answers: { quit: {} } })).stdout).toBe('Rolecall has quit.\n');
    const run = await runFake(['quit'], { running: false });
    expect(run).toMatchObject({ status: 0, started: 0, stdout: 'Rolecall is not running.\n' });
  });
});

describe('the command line itself', () => {
  it('prints help and version', async () => {
    expect(await runFake(['--version'])).toMatchObject({ status: 0, stdout: '1.2.3\n' });
    expect((await runFake(['--help'])).stdout).toContain('switch [options] <profile>');
    expect((await runFake(['keys', 'add', '--help'])).stdout).toContain('--access-key-id <id>');
  });

  it.each([[[]], [['keys']], [['swich']], [['switch']], [['list', '--nope']]])('refuses %j', async (argv) => {
    const plain = await runFake(argv);
    expect(plain).toMatchObject({ status: 1, stdout: '', sent: [] });
    expect(plain.stderr.trimEnd().split('\n')).toHaveLength(2);
    const json = await runFake([...argv, '--json']);
    expect(JSON.parse(json.stdout)).toMatchObject({ failure: { kind: 'bad-input' } });
    expect(json.status).toBe(1);
  });
});
