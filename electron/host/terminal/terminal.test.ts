import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Env, StartProgram } from '../start-program.ts';
import { createTerminal } from './terminal.ts';

const change = { set: { AWS_PROFILE: "it's; $(id)" }, unset: ['AWS_ACCESS_KEY_ID', 'AWS_REGION'] };
const inShell = ['env', '-u', 'AWS_ACCESS_KEY_ID', '-u', 'AWS_REGION', "AWS_PROFILE=it's; $(id)", '/bin/zsh'];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolecall-terminal-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function setUp(platform: string, { programs = [] as string[], env = {} as Env, broken = [] as string[] } = {}) {
  for (const name of programs) {
    writeFileSync(join(folder, name), '');
    chmodSync(join(folder, name), 0o755);
  }
  const started: { words: string[]; env: Env; cwd: string }[] = [];
  const start: StartProgram = async (program, parameters, { env: given, cwd }) => {
    started.push({ words: [program, ...parameters], env: given, cwd });
    return broken.includes(program) ? { ok: false, why: 'ended with status 1' } : { ok: true };
  };
  const terminal = createTerminal({
    platform,
    env: { SHELL: '/bin/zsh', PATH: folder, PATHEXT: '', ...env },
    home: '/home/ada',
    folder,
    start,
  });
  return { terminal, started };
}

describe('on Linux', () => {
  it('takes the desktop’s choice, and gives it the variables by words', async () => {
    const { terminal, started } = setUp('linux', { programs: ['xterm', 'x-terminal-emulator'] });
    expect(await terminal.open(change, '')).toEqual({ ok: true, value: undefined });
    expect(started.map(({ words }) => words)).toEqual([['x-terminal-emulator', '-e', ...inShell]]);
    expect(started[0]?.cwd).toBe('/home/ada');
  });

  it.each([
    ['', '/opt/kitty', ['/opt/kitty', ...inShell]],
    ['', 'myterm', ['myterm', '-e', ...inShell]],
    ['gnome-terminal', 'kitty', ['gnome-terminal', '--', ...inShell]],
    ["foot --title 'a b'", '', ['foot', '--title', 'a b', ...inShell]],
  ])('goes by the person’s command %j, then by $TERMINAL %j', async (own, TERMINAL, words) => {
    const { terminal, started } = setUp('linux', { programs: ['xterm'], env: { TERMINAL } });
    await terminal.open(change, own);
    expect(started[0]?.words).toEqual(words);
  });

  it('tries the next one when one does not start, but none beside the person’s own', async () => {
    const { terminal, started } = setUp('linux', {
      programs: ['xterm', 'xdg-terminal-exec'],
      broken: ['xdg-terminal-exec', 'mine'],
    });
    expect((await terminal.open(change, '')).ok).toBe(true);
    expect(started.map(({ words }) => words[0])).toEqual(['xdg-terminal-exec', 'xterm']);
    expect(await terminal.open(change, 'mine -e')).toMatchObject({
      failure: { kind: 'not-supported', message: 'The terminal did not open: mine ended with status 1.' },
    });
  });

  it('says that there is none', async () => {
    const { terminal } = setUp('linux');
    expect(await terminal.open(change, '')).toMatchObject({ failure: { kind: 'not-supported' } });
    expect(await terminal.open(change, "a 'b")).toMatchObject({ failure: { kind: 'bad-input' } });
  });

  it('hands on its environment, without old keys and what steers Electron', async () => {
    const env = { AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', ELECTRON_RUN_AS_NODE: '1', LANG: 'C', AWS_REGION: 'x' };
    const { terminal, started } = setUp('linux', { programs: ['xterm'], env });
    await terminal.open(change, '');
    expect(started[0]?.env).toEqual({ SHELL: '/bin/zsh', PATH: folder, PATHEXT: '', LANG: 'C', ...change.set });
  });
});

it('runs a private script that removes itself on macOS', async () => {
  const { terminal, started } = setUp('darwin');
  await terminal.open(change, '');
  const [open, option, app, script = ''] = started[0]?.words ?? [];
  expect([open, option, app]).toEqual(['open', '-a', 'Terminal']);
  expect(statSync(script).mode & 0o777).toBe(0o700);
  const text = readFileSync(script, 'utf8');
  expect(text).toContain('rm -f -- "$0"');
  expect(text).toContain("export AWS_PROFILE='it'\\''s; $(id)'\n");
  await terminal.open(change, 'open -a iTerm');
  expect(started[1]?.words.slice(0, 3)).toEqual(['open', '-a', 'iTerm']);
});

it('hands PowerShell an encoded command on Windows', async () => {
  const { terminal, started } = setUp('win32');
  await terminal.open(change, '');
  const [shell, , , encoded = ''] = started[0]?.words ?? [];
  expect(shell).toBe('powershell.exe');
  expect(Buffer.from(encoded, 'base64').toString('utf16le')).toContain("$env:AWS_PROFILE = 'it''s; $(id)'");
  await terminal.open(change, 'wt.exe -w 0');
  expect(started[1]?.words.slice(0, 4)).toEqual(['wt.exe', '-w', '0', 'powershell.exe']);
});
