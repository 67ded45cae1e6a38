import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Asker } from '../core/asker.ts';
import { failure } from '../core/failure.ts';
import { failed, ok } from '../core/result.ts';
import { launcherScript, writeLauncher } from './launcher.ts';
import { type HandleCall, type LocalSocket, serveLocalSocket } from './local-socket.ts';

let folder: string;
let launcher: string;
let socket: string;
let server: LocalSocket | undefined;

// The quotes and spaces are the point: homes have them.
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "l'auncher $x "));
  launcher = join(folder, 'bin', 'rolecall');
  socket = join(folder, 'run', 'r.sock');
  const cli = join(folder, 'cli "x".mjs');
  writeFileSync(
    cli,
    'console.log(JSON.stringify({ command: process.argv.slice(2), dir: process.env.ROLECALL_DATA_DIR }))',
  );
  await writeLauncher(launcher, { socket, command: [process.execPath, cli], env: { ROLECALL_DATA_DIR: folder } });
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  rmSync(folder, { recursive: true, force: true });
});

async function serve(handle: HandleCall, link = launcher) {
  const served = await serveLocalSocket({ path: socket, handle, own: [launcher, link] });
  if (!served.ok) throw new Error(served.failure.message);
  server = served.value;
}

function run(args: string[], env: Record<string, string | undefined> = {}) {
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const child = execFile(launcher, args, { env: { ...process.env, ...env } }, (_error, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

const secret = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';
const credentials = {
  Version: 1,
  AccessKeyId: 'ASIAIOSFODNN7EXAMPLE',
  SecretAccessKey: secret,
  SessionToken: '%s \\n t\\k "n\' $(id)',
  Expiration: '2099-01-01T00:00:00Z',
};

describe('the fast path', () => {
  it.each(['prod', 'a b', "o'brien", 'ä/ö+@%:.=', '@/etc/passwd', '$(touch x)`id`', 'a&b=c#d?e', '"', '\\', 'x\ny'])(
    'asks for %j and passes the answer on, byte for byte',
    async (profile) => {
      let input: unknown;
      await serve(async (_name, asked) => {
        input = asked;
        return ok(credentials);
      });
      expect(await run(['credentials', profile])).toEqual({
        code: 0,
        out: `${JSON.stringify(credentials)}\n`,
        err: '',
      });
      expect(input).toEqual({ profile });
    },
  );

  it('names no profile when none is given', async () => {
    let input: unknown = 'none';
    await serve(async (_name, asked) => {
      input = asked;
      return ok(credentials);
    });
    expect(await run(['credentials'])).toMatchObject({ code: 0 });
    expect(input).toEqual({});
  });

  it.each([
    ['signed-out', failure('signed-out', 'You signed out of prod.', 'Switch to prod again.')],
    ['internal', failure('internal', 'It broke.', 'Start again.')],
  ] as const)('tells a failure on stderr and by its status: %s', async (_kind, why) => {
    await serve(async () => failed(why));
    expect(await run(['credentials', 'prod'])).toEqual({ code: 1, out: '', err: `${why.message}\n${why.remedy}\n` });
  });

  it('says when the program quits meanwhile, and starts nothing', async () => {
    await serve(() => {
      void server?.close();
      return new Promise(() => {});
    });
    const { code, out, err } = await run(['credentials', 'prod']);
    expect({ code, out, err }).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('quit before it answered'),
    });
  });

  it('heeds no ~/.curlrc and no proxy', async () => {
    writeFileSync(join(folder, '.curlrc'), 'output = "/dev/null"\nurl = "http://127.0.0.1:1/"\n');
    await serve(async () => ok(credentials));
    const env = {
      HOME: folder,
      CURL_HOME: folder,
      http_proxy: 'http://127.0.0.1:1',
      ALL_PROXY: 'socks5://127.0.0.1:1',
    };
    expect(await run(['credentials', 'prod'], env)).toMatchObject({ code: 0, out: `${JSON.stringify(credentials)}\n` });
  });

  it('keeps the secret out of every argv, and names the program behind it', async () => {
    const lines: string[] = [];
    let asker: Asker | undefined;
    const shown = (pid: number) => readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    await serve(async (_name, _input, context) => {
      asker = context.asker;
      lines.push(shown(process.pid));
      return ok(credentials);
    });
    await run(['credentials', 'prod']);
    expect(asker).toMatchObject({ through: 'credential-process', program: { pid: process.pid } });
    expect(lines.join()).not.toContain(secret);
    // Whatever starts a process in the script gets these words and no variable that holds the answer.
    const starts = launcherScript({ socket, command: ['x'], env: {} })
      .split('\n')
      .filter((line) => /curl -q|^exec/.test(line));
    expect(starts.join('\n')).not.toMatch(/\$(\{)?(answer|body)/);
  });
});

describe('the command takes over', () => {
  const command = (...args: string[]) => ({
    code: 0,
    out: `${JSON.stringify({ command: args, dir: folder })}\n`,
    err: '',
  });

  it.each([
    [['credentials', 'prod']],
    [['credentials']],
    [['credentials', '--json']],
    [['credentials', '']],
    [['credentials', 'prod', '--mfa-code-stdin']],
    [['list']],
    [['switch', "o'brien $(id)", 'a  b']],
    [[]],
  ])('when nothing runs: %j', async (args) => {
    expect(await run(args)).toEqual(command(...args));
  });

  it('for all but the plain request, though the program runs', async () => {
    await serve(async () => ok(credentials));
    for (const args of [['credentials', '--help'], ['credentials', 'p', '-x'], ['status']]) {
      expect(await run(args)).toEqual(command(...args));
    }
  });

  it('where there is no curl', async () => {
    await serve(async () => ok(credentials));
    const bin = join(folder, 'no-curl');
    mkdirSync(bin);
    symlinkSync('/bin/sh', join(bin, 'sh'));
    expect(await run(['credentials', 'prod'], { PATH: bin })).toEqual(command('credentials', 'prod'));
  });
});

it('is written for its owner only, and again only when it differs', async () => {
  const before = statSync(launcher);
  expect(before.mode & 0o777).toBe(0o700);
  const command = [process.execPath, join(folder, 'cli "x".mjs')];
  await writeLauncher(launcher, { socket, command, env: { ROLECALL_DATA_DIR: folder } });
  expect(statSync(launcher).ino).toBe(before.ino);
  await writeLauncher(launcher, { socket, command: ['/new'], env: {} });
  expect(readFileSync(launcher, 'utf8')).toContain('exec \'/new\' "$@"');
});

const hasAws = (process.env.PATH ?? '').split(delimiter).some((each) => {
  return statSync(join(each, 'aws'), { throwIfNoEntry: false })?.isFile() === true;
});

it.skipIf(!hasAws)('is a credential_process that AWS CLI takes', { timeout: 60_000 }, async () => {
  const asked: unknown[] = [];
  const plain = mkdtempSync(join(tmpdir(), 'aws-'));
  await serve(
    async (_name, input, { asker }) => {
      asked.push([input, asker.program?.name]);
      return ok({ ...credentials, SessionToken: 'token' });
    },
    join(plain, 'rolecall'),
  );
  const config = join(plain, 'config');
  symlinkSync(launcher, join(plain, 'rolecall'));
  writeFileSync(
    config,
    `[profile "two words"]\nregion = us-east-1\ncredential_process = ${join(plain, 'rolecall')} credentials "two words"\n`,
  );
  const { code, out } = await new Promise<{ code: number; out: string }>((resolve) => {
    const child = execFile(
      'aws',
      ['configure', 'list', '--profile', 'two words'],
      { env: { ...process.env, AWS_CONFIG_FILE: config, AWS_SHARED_CREDENTIALS_FILE: '/dev/null' } },
      (_error, stdout) => resolve({ code: child.exitCode ?? -1, out: stdout }),
    );
  });
  rmSync(plain, { recursive: true });
  expect({ code, out }).toMatchObject({ code: 0, out: expect.stringMatching(/access_key.*MPLE\s+custom-process/) });
  expect(asked).toEqual([[{ profile: 'two words' }, expect.stringMatching(/aws|python/)]]);
});
