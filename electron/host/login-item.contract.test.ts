import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createLoginItem } from './login-item-linux.ts';

const run = promisify(execFile);

let home: string;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'rolecall-login-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

it.each([
  ['a blank', 'Role call.AppImage'],
  ['quotes', `Ada's "own"`],
  ['what a shell would run', '$(id) `id` $HOME; & |'],
  ['backslashes', String.raw`a\b\\c\n`],
  ['field codes', '100% %f %U'],
  ['a line’s end', 'x\nHidden=true'],
  ['letters of others', 'Ää 日本'],
])('a desktop starts a program whose path has %s', async (_, name) => {
  const folder = path.join(home, name);
  const program = path.join(folder, name);
  const said = path.join(home, 'said');
  mkdirSync(folder);
  writeFileSync(program, `#!/bin/sh\nprintf '%s\\0' "$0" "$@" > '${said}.part'; mv '${said}.part' '${said}'\n`, {
    mode: 0o755,
  });
  const item = createLoginItem({ command: [program, name, '--hidden'], env: {}, home });
  await item.set(true);
  expect(await item.state()).toBe('on');
  // GLib reads and starts it, as GNOME's session does.
  await run('gio', ['launch', path.join(home, '.config/autostart/rolecall.desktop')]);
  await expect.poll(() => readFileSync(said, 'utf8').split('\0')).toEqual([program, name, '--hidden', '']);
});
