import { describe, expect, it } from 'vitest';
import { askerOf } from './asker-of.ts';
import type { ProcessInfo } from './peer.ts';

const own = { socket: '/run/rolecall.sock', paths: ['/d/my bin/rolecall', '/p/dist/cli.js'] };
const bash: ProcessInfo = { pid: 2, parentPid: 1, path: '/usr/bin/bash', argv: ['-bash'], name: 'bash' };
const aws: ProcessInfo = {
  pid: 3,
  parentPid: 2,
  path: '/usr/bin/python3.11',
  argv: ['/usr/bin/python3', '/usr/bin/aws', 's3', 'ls'],
  name: 'aws',
};
const launcher = ['/bin/sh', '/d/my bin/rolecall', 'credentials', 'prod'];
const curl = ['curl', '-q', '--unix-socket', '/run/rolecall.sock'];

/** Numbers the processes upwards from `first` and gives each the one before it as parent. */
function tree(...above: { path: string; argv: string[]; cwd?: string }[]) {
  const all = new Map<number, ProcessInfo>([bash, aws].map((info) => [info.pid, info]));
  above.forEach((info, index) => {
    all.set(4 + index, { pid: 4 + index, parentPid: 3 + index, name: 'x', ...info });
  });
  return { pid: 3 + above.length, processOf: async (pid: number) => all.get(pid) };
}

describe('askerOf', () => {
  it.each([
    ['the program itself', []],
    [
      'the launcher and curl',
      [
        { path: '/usr/bin/dash', argv: launcher },
        { path: '/usr/bin/curl', argv: curl },
      ],
    ],
    ['the launcher and the command', [{ path: '/usr/bin/node', argv: ['node', '/p/dist/cli.js', 'credentials'] }]],
    [
      'the command by a path that is relative, after options of Node',
      [{ path: '/usr/bin/node', argv: ['node', '--no-warnings', 'dist/cli.js', 'credentials'], cwd: '/p' }],
    ],
    [
      'a shell that an SDK put between',
      [
        { path: '/usr/bin/dash', argv: ['sh', '-c', '"/d/my bin/rolecall" credentials prod'] },
        { path: '/usr/bin/dash', argv: launcher },
        { path: '/usr/bin/curl', argv: curl },
      ],
    ],
  ])('finds aws under bash behind %s', async (_name, above) => {
    const { pid, processOf } = tree(...above);
    expect(await askerOf(pid, processOf, own)).toEqual({
      program: { name: 'aws', pid: 3, path: '/usr/bin/python3.11' },
      parent: { name: 'bash', pid: 2, path: '/usr/bin/bash' },
    });
  });

  it('does not mistake the same relative path elsewhere for its own', async () => {
    const { pid, processOf } = tree({ path: '/usr/bin/node', argv: ['node', 'dist/cli.js'], cwd: '/other' });
    expect((await askerOf(pid, processOf, own)).program?.name).toBe('cli.js');
  });

  it('does not mistake another curl or shell for its own', async () => {
    const { pid, processOf } = tree({ path: '/usr/bin/curl', argv: ['curl', 'http://x'] });
    expect((await askerOf(pid, processOf, own)).program?.name).toBe('curl');
  });

  it('says nothing when nothing is known, and ends in a loop', async () => {
    expect(await askerOf(undefined, async () => undefined, own)).toEqual({});
    expect(await askerOf(9, async () => undefined, own)).toEqual({});
    const loop = async (pid: number) => ({ pid, parentPid: pid, path: own.paths[0], argv: [], name: 'x' });
    expect((await askerOf(9, loop, own)).program?.pid).toBe(9);
  });

  it('shows no control characters', async () => {
    const evil = async (pid: number) => ({ pid, path: '/tmp/a\u001b[2Jb\u202e', argv: [], name: 'x' });
    expect((await askerOf(9, evil, own)).program?.name).toBe('a�[2Jb�');
  });

  it.each([
    ['/usr/bin/bash', ['bash', '-lc', 'TOKEN=canary-secret aws s3 ls'], 'bash'],
    ['/usr/bin/bash', ['bash', '-e', '-c', 'curl -H canary-secret'], 'bash'],
    ['/usr/bin/python3.11', ['python3', '-u', '-c', 'key = "canary-secret"'], 'python3.11'],
    ['/usr/bin/python3.11', ['python3', '-ckey="canary-secret"', 'x'], 'python3.11'],
    ['/usr/bin/node', ['node', '--no-warnings', '--eval', 'canary-secret'], 'node'],
    ['/usr/bin/node', ['node', '-pe', 'canary-secret'], 'node'],
    ['/usr/bin/perl', ['perl', '-ne', 'canary-secret'], 'perl'],
    ['/usr/bin/bash', ['bash', '-e', '/opt/deploy.sh', '-c', 'x'], 'deploy.sh'],
  ])('never tells what stands in a command line as code: %s %j', async (path, argv, name) => {
    const process = async (pid: number) => ({ pid, path, argv, name: 'x' });
    expect((await askerOf(9, process, own)).program?.name).toBe(name);
  });

  it('names a module that an interpreter runs', async () => {
    const python = async (pid: number) => ({
      pid,
      path: '/usr/bin/python3',
      argv: ['python3', '-m', 'awscli', 'x'],
      name: 'x',
    });
    expect((await askerOf(9, python, own)).program?.name).toBe('awscli');
  });
});
