import { execFile } from 'node:child_process';

/**
 * Whether someone shows tray icons. Elsewhere than on Linux always; there, what
 * Chromium itself asks before it registers an icon: does the session bus have a
 * StatusNotifierWatcher with a host? GNOME without an extension has none.
 * @see https://www.freedesktop.org/wiki/Specifications/StatusNotifierItem/StatusNotifierWatcher/
 */
export async function findTrayHost(platform: NodeJS.Platform, run: Run = runProgram): Promise<boolean> {
  if (platform !== 'linux') return true;
  for (const [program, parameters] of askers) {
    const answer = await run(program, parameters);
    // `undefined`: the tool is not there, ask with the next one.
    if (answer !== undefined) return /\btrue\b/.test(answer);
  }
  return false;
}

/** The program's output; empty when it failed, `undefined` when it does not exist. */
export type Run = (program: string, parameters: readonly string[]) => Promise<string | undefined>;

const watcher = 'org.kde.StatusNotifierWatcher';
const object = '/StatusNotifierWatcher';
const property = 'IsStatusNotifierHostRegistered';
const get = 'org.freedesktop.DBus.Properties.Get';

/** Of a Debian desktop one of them is always there. */
const askers: readonly (readonly [program: string, parameters: readonly string[]])[] = [
  ['gdbus', ['call', '--session', '--timeout=2', '-d', watcher, '-o', object, '-m', get, watcher, property]],
  ['dbus-send', ['--print-reply', `--dest=${watcher}`, object, get, `string:${watcher}`, `string:${property}`]],
  ['busctl', ['--user', '--timeout=2', 'get-property', watcher, object, watcher, property]],
];

function runProgram(program: string, parameters: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(program, parameters, { timeout: 3_000, windowsHide: true }, (error, stdout) => {
      if (error && 'code' in error && error.code === 'ENOENT') resolve(undefined);
      else resolve(error ? '' : stdout);
    });
  });
}
