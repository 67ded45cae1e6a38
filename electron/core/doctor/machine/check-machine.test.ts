import { describe, expect, it } from 'vitest';
import { failure } from '../../failure.ts';
import { failed, ok } from '../../result.ts';
import { checkMachine } from './check-machine.ts';
import type { FilesFacts, Machine, PathFacts } from './machine.ts';

const well: FilesFacts = { problems: [], broken: [], defaultHandedOver: true, adopted: [], keysInClear: [] };
const mine = (mode: number): PathFacts => ({ mode, isMine: true });

/** A computer on which nothing is wrong, but for what a test changes. */
function machine(change: Partial<Machine> = {}, files: Partial<FilesFacts> = {}): Machine {
  return {
    platform: 'linux',
    env: {},
    paths: {
      config: '/h/config',
      credentials: '/h/credentials',
      settings: '/h/s',
      socket: '/run/r/s',
      launcher: '/h/l',
    },
    readFiles: async () => ({ ...well, ...files }),
    programFiles: async () => ({ config: '/h/config', credentials: '/h/credentials' }),
    keychain: async () => 'open',
    isRunning: async () => true,
    programMemory: async () => 'closed',
    path: async (path) => mine(path === '/run/r' ? 0o700 : 0o600),
    launcher: async () => 'current',
    reachSts: async () => ok({ host: 'sts.example', aheadMs: 400 }),
    find: async (program) => `/usr/bin/${program}`,
    hasTrayHost: async () => true,
    ...change,
  };
}

it('finds nothing on a computer where nothing is wrong', async () => {
  const checks = await checkMachine(machine());
  expect(checks.filter(({ status }) => status !== 'passed')).toEqual([]);
  expect(checks.map(({ id }) => id)).toEqual([
    'files',
    'permissions',
    'default',
    'file-places',
    'keychain',
    'network',
    'clock',
    'environment',
    'program',
    'socket',
    'memory',
    'launcher',
    'tray',
    'aws-cli',
  ]);
});

describe('what can be wrong', () => {
  const problem = { file: 'config', line: 3, message: 'A key stands twice', remedy: 'Remove one.' };
  const broken = { profile: 'p', failure: failure('chain-cycle', 'It goes in a circle.', 'Change it.') };
  const refused = failure('network', 'STS of AWS could not be reached.', 'Check the VPN.');

  it.each<[string, Partial<Machine>, Partial<FilesFacts>, string, string, RegExp, RegExp | undefined]>([
    [
      'a file that tools read differently',
      {},
      { problems: [problem], broken: [broken] },
      'files',
      'failed',
      /A key stands twice\. And 1 more/,
      /config check/,
    ],
    [
      'a credentials file for all to read',
      { path: async () => mine(0o644) },
      {},
      'permissions',
      'failed',
      /\/h\/credentials/,
      /^chmod 600 \/h\/credentials$/,
    ],
    [
      'a default that is not handed over',
      {},
      { defaultHandedOver: false, adopted: ['a'] },
      'default',
      'notice',
      /do not follow.*1 adopted profile comes?/,
      /config default on/,
    ],
    [
      'a key in clear',
      {},
      { keysInClear: ['ada'] },
      'keys-in-clear',
      'notice',
      /"ada" stand in clear/,
      /^rolecall keys take$/,
    ],
    [
      'files of its own for this shell',
      {
        env: { AWS_CONFIG_FILE: '/p/config' },
        programFiles: async () => ({ config: '/p', credentials: '/h/credentials' }),
      },
      {},
      'file-places',
      'failed',
      /AWS_CONFIG_FILE leads tools that are started here to \/h\/config, and Rolecall reads \/p/,
      /^unset AWS_CONFIG_FILE$/,
    ],
    [
      'files of its own for the program',
      { programFiles: async () => ({ config: '/h/config', credentials: '/a b' }) },
      {},
      'file-places',
      'failed',
      /Rolecall was started with AWS_SHARED_CREDENTIALS_FILE and reads \/a b/,
      /^export AWS_SHARED_CREDENTIALS_FILE='\/a b'$/,
    ],
    ['a locked keychain', { keychain: async () => 'locked' }, {}, 'keychain', 'notice', /locked/, undefined],
    ['no keychain', { keychain: async () => 'missing' }, {}, 'keychain', 'failed', /nowhere else/, /gnome-keyring/],
    [
      'a network that is down',
      { reachSts: async () => failed(refused) },
      {},
      'network',
      'failed',
      /could not be reached/,
      undefined,
    ],
    [
      'a clock that is behind',
      { reachSts: async () => ok({ host: 'h', aheadMs: 600_000 }) },
      {},
      'clock',
      'failed',
      /10 minutes behind/,
      /timedatectl/,
    ],
    [
      'a clock that is fast',
      { reachSts: async () => ok({ host: 'h', aheadMs: -61_000 }) },
      {},
      'clock',
      'failed',
      /61 s ahead of/,
      /timedatectl/,
    ],
    [
      'credentials in the environment',
      { env: { AWS_ACCESS_KEY_ID: 'x', AWS_SECRET_ACCESS_KEY: 'y', AWS_REGION: 'r' } },
      {},
      'environment',
      'failed',
      /AWS_ACCESS_KEY_ID gives/,
      /^unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY$/,
    ],
    [
      'a web identity in it',
      { env: { AWS_WEB_IDENTITY_TOKEN_FILE: 'f', AWS_ROLE_ARN: 'r' } },
      {},
      'environment',
      'failed',
      /a web identity/,
      /AWS_ROLE_ARN/,
    ],
    [
      'another profile in it',
      { env: { AWS_PROFILE: 'dev' } },
      {},
      'environment',
      'notice',
      /names "dev"/,
      /^unset AWS_PROFILE$/,
    ],
    [
      'a program that is not running',
      { isRunning: async () => false },
      {},
      'program',
      'notice',
      /not running/,
      /rolecall open/,
    ],
    [
      'a socket that others may reach',
      { path: async () => mine(0o755) },
      {},
      'socket',
      'failed',
      /Other users may reach \/run\/r\./,
      /^chmod 700 \/run\/r$/,
    ],
    [
      "a socket's folder of somebody else",
      { path: async () => ({ mode: 0o700, isMine: false }) },
      {},
      'socket',
      'failed',
      /Other users/,
      /chmod/,
    ],
    [
      'memory that others may read',
      { programMemory: async () => 'open' },
      {},
      'memory',
      'failed',
      /may read the memory of Rolecall/,
      /ptrace_scope/,
    ],
    [
      'no launcher',
      { launcher: async () => 'absent' },
      {},
      'launcher',
      'notice',
      /not started here yet/,
      /rolecall open/,
    ],
    [
      'a launcher of another Rolecall',
      { launcher: async () => 'elsewhere' },
      {},
      'launcher',
      'failed',
      /another place/,
      /rolecall open/,
    ],
    [
      'a launcher that leads nowhere',
      { launcher: async () => 'broken' },
      {},
      'launcher',
      'failed',
      /not there any more/,
      /rolecall open/,
    ],
    ['no curl', { find: async () => undefined }, {}, 'launcher', 'notice', /slowly/, undefined],
    ['no tray', { hasTrayHost: async () => false }, {}, 'tray', 'notice', /AppIndicator/, /rolecall open/],
    ['no AWS CLI', { find: async () => undefined }, {}, 'aws-cli', 'notice', /does not need it/, undefined],
  ])('%s', async (_name, change, files, id, status, why, fix) => {
    const check = (await checkMachine(machine(change, files))).find((one) => one.id === id);
    expect(check).toMatchObject({ status, why: expect.stringMatching(why) });
    if (fix) expect(check?.fixes?.[0]?.command).toMatch(fix);
    else expect(check?.fixes).toBeUndefined();
  });

  it('a profile in the environment that Rolecall serves is right', async () => {
    const checks = await checkMachine(machine({ env: { AWS_PROFILE: 'dev' } }, { adopted: ['dev'] }));
    expect(checks.find(({ id }) => id === 'environment')?.status).toBe('passed');
  });

  it('tells neither a proxy nor an endpoint by more than its name', async () => {
    const env = { HTTPS_PROXY: 'http://user:password@proxy', AWS_ENDPOINT_URL_STS: 'http://user:password@there' };
    const text = JSON.stringify(await checkMachine(machine({ env })));
    expect(text).toContain('as AWS_ENDPOINT_URL_STS says and with HTTPS_PROXY set');
    expect(text).not.toContain('password');
  });

  it.each([undefined, 'left-to-the-system'] as const)('claims nothing of memory that is %s', async (memory) => {
    const checks = await checkMachine(machine({ programMemory: async () => memory }));
    expect(checks.map(({ id }) => id)).not.toContain('memory');
  });

  it('knows that Windows has no modes', async () => {
    const ids = (await checkMachine(machine({ platform: 'win32' }))).map(({ id }) => id);
    expect(ids).not.toContain('permissions');
    expect(ids).not.toContain('socket');
  });
});
