import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLoginItem, type LoginItemSettings } from './login-item.ts';

const never = () => {
  throw new Error('not on this platform');
};
const notAsked: LoginItemSettings = { setLoginItemSettings: never, getLoginItemSettings: never };

describe('on Linux', () => {
  let home: string;
  let file: string;
  beforeEach(() => {
    home = mkdtempSync(path.join(tmpdir(), 'rolecall-login-'));
    file = path.join(home, '.config/autostart/rolecall.desktop');
    mkdirSync(path.dirname(file), { recursive: true });
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  const item = (command = ['/opt/rolecall', '--hidden'], env = {}) =>
    createLoginItem({ platform: 'linux', command, env, home, system: notAsked });
  const written = () => readFileSync(file, 'utf8').split('\n');

  it('puts an entry into the autostart folder and takes it away again', async () => {
    const it = await item();
    expect(await it.state()).toBe('off');
    await it.set(false);
    await it.set(true);
    await it.set(true);
    expect(await it.state()).toBe('on');
    expect(written()).toContain('Exec="/opt/rolecall" "--hidden"');
    await it.set(false);
    expect(existsSync(file)).toBe(false);
    expect(await it.state()).toBe('off');
  });

  it('quotes as the specification does, on one line', async () => {
    const it = await item(['/opt/Role call/rolecall', '/home/a/100%/$dir', 'a"b\\c', 'x\nHidden=true', '--hidden']);
    await it.set(true);
    expect(written()).toContain(
      String.raw`Exec="/opt/Role call/rolecall" "/home/a/100%%/\\$dir" "a\\"b\\\\c" "x\nHidden=true" "--hidden"`,
    );
    expect(await it.state()).toBe('on');
  });

  it('goes by XDG_CONFIG_HOME, and carries data of its own place along', async () => {
    const it = await item(['rolecall'], { XDG_CONFIG_HOME: path.join(home, 'xdg'), ROLECALL_DATA_DIR: '/d' });
    await it.set(true);
    expect(readFileSync(path.join(home, 'xdg/autostart/rolecall.desktop'), 'utf8')).toContain(
      'Exec="/usr/bin/env" "ROLECALL_DATA_DIR=/d" "rolecall"\n',
    );
  });

  it.each([
    ['Hidden=true', 'off'],
    ['X-GNOME-Autostart-enabled=false', 'off'],
    ['X-GNOME-Autostart-enabled = false \r', 'off'],
    ['X-MATE-Autostart-enabled=false', 'off'],
    ['Hidden=false', 'on'],
    ['[Desktop Action quit]\nHidden=true', 'on'],
  ])('takes the desktop’s word: %j is %s', async (line, state) => {
    const text = `# mine\n[Desktop Entry]\nType=Application\nExec="/opt/rolecall" "--hidden"\n${line}\n`;
    writeFileSync(file, text);
    const it = await item();
    expect(await it.state()).toBe(state);
    await it.set(true);
    expect(await it.state()).toBe('on');
    // Nothing of an entry that does what it should is written anew.
    expect(readFileSync(file, 'utf8') === text).toBe(state === 'on');
  });

  it('names a program that was moved anew, and leaves the rest as the person has it', async () => {
    const entry = (exec: string) => `[Desktop Entry]\nName=Rollenruf\nExec=${exec}\nX-GNOME-Autostart-Delay=10\n`;
    writeFileSync(file, entry('/old/rolecall --hidden'));
    const it = await item(['/new/$&/rolecall', '--hidden']);
    expect(await it.state()).toBe('elsewhere');
    await it.set(true);
    expect(readFileSync(file, 'utf8')).toBe(entry(String.raw`"/new/\\$&/rolecall" "--hidden"`));
    expect(await it.state()).toBe('on');
  });

  it('takes an entry without a program for none', async () => {
    writeFileSync(file, '[Desktop Entry]\nType=Application\n');
    const it = await item();
    expect(await it.state()).toBe('off');
    await it.set(true);
    expect(await it.state()).toBe('on');
  });
});

it('leaves it to the system elsewhere', async () => {
  const asked: unknown[] = [];
  const system: LoginItemSettings = {
    setLoginItemSettings: (settings) => void asked.push(settings),
    getLoginItemSettings: (settings) => {
      asked.push(settings);
      return { openAtLogin: true, executableWillLaunchAtLogin: false };
    },
  };
  const command = ['x', '--hidden'];
  const item = await createLoginItem({ platform: 'win32', command, env: {}, home: '', system });
  await item.set(true);
  expect(await item.state()).toBe('off');
  expect(asked).toEqual([{ openAtLogin: true, args: ['--hidden'] }, { args: ['--hidden'] }]);
});
