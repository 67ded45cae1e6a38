import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createLoginItem } from './login-item.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'rolecall-login-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const never = () => {
  throw new Error('not on this platform');
};

it('puts an entry into the autostart folder and takes it away again', async () => {
  const command = ['/opt/Role call/rolecall', '/home/a/100%/$dir', 'a"b\\c', '--hidden'];
  const item = await createLoginItem({ platform: 'linux', command, env: {}, home, setLoginItem: never });
  const file = path.join(home, '.config/autostart/rolecall.desktop');
  await item.set(false);
  expect(existsSync(file)).toBe(false);
  await item.set(true);
  await item.set(true);
  expect(readFileSync(file, 'utf8').split('\n')).toContain(
    String.raw`Exec="/opt/Role call/rolecall" "/home/a/100%%/\\$dir" "a\\"b\\\\c" "--hidden"`,
  );
  await item.set(false);
  expect(existsSync(file)).toBe(false);
});

it('goes by XDG_CONFIG_HOME', async () => {
  const env = { XDG_CONFIG_HOME: path.join(home, 'xdg') };
  const item = await createLoginItem({ platform: 'linux', command: ['rolecall'], env, home, setLoginItem: never });
  await item.set(true);
  expect(existsSync(path.join(home, 'xdg/autostart/rolecall.desktop'))).toBe(true);
});

it('leaves it to the system elsewhere', async () => {
  const asked: unknown[] = [];
  const setLoginItem = (settings: unknown) => void asked.push(settings);
  const item = await createLoginItem({ platform: 'darwin', command: ['x', '--hidden'], env: {}, home, setLoginItem });
  await item.set(true);
  expect(asked).toEqual([{ openAtLogin: true, args: ['--hidden'] }]);
});
