import { describe, expect, it } from 'vitest';
import { runFake } from './fake-world.ts';

const HOUR = 3_600_000;
const acme = {
  name: 'acme',
  startUrl: 'https://acme.example/start',
  region: 'eu-central-1',
  legacy: false,
  profiles: 2,
  renews: false,
  wanted: false,
};
const reading = { session: 'acme', state: 'read', accounts: 2, accountsRead: 2, roles: 3, startedAt: 0 };
const plan = {
  id: '7',
  session: 'acme',
  template: '{account_name}-{role}',
  counts: { added: 2, removed: 1, renamed: 0, left: 1, already: 3 },
  added: [],
  removed: [],
  renamed: [],
  left: [{ profile: 'prod', why: 'gone', because: 'changed' }],
  preview: { path: '/home/ada/.aws/config', diff: '+[profile x]\n' },
};

describe('sso login', () => {
  it('says where to go on standard error, waits, and says until when', async () => {
    const signIn = {
      method: 'device',
      startedAt: 0,
      url: 'https://x/?c=ABCD',
      userCode: 'ABCD-EFGH',
      browserOpened: false,
    };
    const run = await runFake(['sso', 'login', 'acme', '--device', '--no-browser'], {
      answers: {
        startSsoSignIn: { ...acme, state: 'signing-in', signIn },
        awaitSsoSignIn: { ...acme, state: 'signed-in', expiresAt: 8 * HOUR, renews: true },
      },
    });
    expect(run.sent).toEqual([
      { name: 'startSsoSignIn', input: { session: 'acme', method: 'device', openBrowser: false } },
      { name: 'awaitSsoSignIn', input: { session: 'acme' } },
    ]);
    expect(run.stderr).toBe(
      'Open this page to sign in: https://x/?c=ABCD\nThe code, to be compared with the page: ABCD-EFGH\n',
    );
    expect(run.stdout).toBe('You are signed in to acme: signed in, 8 h left, renewed by itself.\n');
  });

  it('lets a page that poses as something else steer no terminal', async () => {
    const signIn = { method: 'browser', startedAt: 0, url: 'https://x/\u001B[2J', browserOpened: true };
    const run = await runFake(['sso', 'login'], {
      answers: {
        startSsoSignIn: { ...acme, state: 'signing-in', signIn },
        awaitSsoSignIn: { ...acme, state: 'signed-in', expiresAt: HOUR },
      },
    });
    expect(run.stderr).not.toContain('\u001B');
    expect(run.sent[0]?.input).toEqual({ session: undefined, method: 'browser', openBrowser: true });
  });
});

it('sso status says who signed in, and what waits', async () => {
  const sessions = [
    { ...acme, state: 'signed-in', from: 'shared', expiresAt: HOUR },
    { ...acme, name: 'other', profiles: 1, state: 'signed-out', wanted: true },
  ];
  const { stdout } = await runFake(['sso', 'status'], { answers: { ssoSessions: { sessions } } });
  expect(stdout).toBe(
    'acme   signed in by the AWS CLI, 1 h left      2 profiles\n' +
      'other  not signed in, and a tool waits for it  1 profile\n',
  );
});

it('sso logout says what ended, and when AWS could not be told', async () => {
  const ssoSignOut = { session: 'acme', revoked: false, signedOut: ['prod', 'dev'] };
  const { stdout, stderr } = await runFake(['sso', 'logout'], { answers: { ssoSignOut } });
  expect(stdout).toBe('Signed out of acme, and of prod, dev.\n');
  expect(stderr).toContain('AWS could not be told');
});

describe('sso import and sync', () => {
  const answers = { readOrganisation: reading, awaitOrganisation: reading, planSsoImport: plan, applySsoImport: plan };

  it('reads, plans with what was chosen, and writes that plan', async () => {
    const run = await runFake(
      [
        'sso',
        'import',
        'acme',
        '--role',
        'Reader',
        '--role',
        'Admin',
        '--account',
        '111122223333',
        '--region',
        'eu-west-1',
      ],
      { answers },
    );
    expect(run.sent.map(({ name }) => name)).toEqual([
      'readOrganisation',
      'awaitOrganisation',
      'planSsoImport',
      'applySsoImport',
    ]);
    expect(run.sent[2]?.input).toMatchObject({
      session: 'acme',
      mode: 'import',
      region: 'eu-west-1',
      accountIds: ['111122223333'],
      roleNames: ['Reader', 'Admin'],
    });
    expect(run.sent[3]?.input).toEqual({ id: '7' });
    expect(run.stderr).toContain('Changed: /home/ada/.aws/config, 2 new, 1 gone.');
    expect(run.stderr).toContain('prod leads to a role that AWS does not list any more; it stays, as you changed it.');
  });

  it('writes nothing for a look, and reads anew for a sync', async () => {
    const run = await runFake(['sso', 'sync', '--dry-run'], { answers });
    expect(run.sent.map(({ name }) => name)).not.toContain('applySsoImport');
    expect(run.sent[0]?.input).toEqual({ session: undefined, anew: true });
    expect(run.stdout).toBe('+[profile x]\n');
    expect(run.stderr).toContain('Not changed:');
  });
});
