import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { screenLockListener, watchScreenLock } from './screen-lock-linux.ts';

const head = (rest: string) =>
  `signal time=1.5 sender=:1.9 -> destination=(null destination) serial=7 path=/x; ${rest}`;

it.each([
  [
    'a screen saver that became active',
    [head('interface=org.gnome.ScreenSaver; member=ActiveChanged'), '   boolean true'],
    1,
  ],
  ['one that ended', [head('interface=org.gnome.ScreenSaver; member=ActiveChanged'), '   boolean false'], 0],
  ['logind', [head('interface=org.freedesktop.login1.Session; member=Lock')], 1],
  [
    'another signal of a screen saver',
    [head('interface=org.gnome.ScreenSaver; member=WakeUpScreen'), '   boolean true'],
    0,
  ],
  [
    'a text that looks like one',
    [head('interface=a.b; member=C'), '   string "x interface=y; member=ActiveChanged"', '   boolean true'],
    0,
  ],
  ['the unlocking of the session', [head('interface=org.freedesktop.login1.Session; member=Unlock')], 0],
])('hears %s: %#', (_what, lines, times) => {
  const onLock = vi.fn();
  const hear = screenLockListener(onLock);
  for (const line of lines) hear(line);
  expect(onLock).toHaveBeenCalledTimes(times);
});

it('goes on hearing when the process that listens is ended, and not after the stop', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-bus-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const locked = [head('interface=org.gnome.ScreenSaver; member=ActiveChanged'), '   boolean true'].join('\n');
  const says = `#!/bin/sh\ncat <<'END'\n${locked}\nEND\n`;
  writeFileSync(join(folder, 'dbus-monitor'), says, { mode: 0o755 });
  const onLock = vi.fn();
  const env = { PATH: `${folder}:${process.env.PATH}` };
  onTestFinished(watchScreenLock(onLock, { env, firstRestartMs: 1 }));
  await vi.waitFor(() => expect(onLock.mock.calls.length).toBeGreaterThan(2));
});
