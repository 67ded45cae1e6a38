import { expect, it, vi } from 'vitest';
import { screenLockListener } from './screen-lock-linux.ts';

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
