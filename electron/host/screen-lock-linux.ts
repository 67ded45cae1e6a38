import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Stop } from '../core/ports.ts';

/** Who says on the session bus that the screen is locked: KDE and others, GNOME, Cinnamon, MATE, Xfce. */
const screenSavers = ['freedesktop', 'gnome', 'cinnamon', 'mate', 'xfce'].map(
  (desktop) => `org.${desktop}.ScreenSaver`,
);

/**
 * Follows the screen savers of the session bus, and logind's `Lock` for this
 * session (`loginctl lock-session`, and lockers that follow it), by
 * `dbus-monitor`, which comes with the bus: one process each that sleeps until
 * something is said. Any program of the same user can say so as well; all that
 * it reaches is a lock. Without the tool or the bus nothing is heard.
 * @see https://www.freedesktop.org/software/systemd/man/latest/org.freedesktop.login1.html
 */
export function watchScreenLock(onLock: () => void, env: NodeJS.ProcessEnv = process.env): Stop {
  const savers = screenSavers.map((name) => `type='signal',interface='${name}',member='ActiveChanged'`);
  const stops = [follow(['--session', ...savers], onLock)];
  const session = env.XDG_SESSION_ID;
  if (session) {
    const path = `/org/freedesktop/login1/session/${asPath(session)}`;
    const rule = `type='signal',path='${path}',interface='org.freedesktop.login1.Session',member='Lock'`;
    stops.push(follow(['--system', rule], onLock));
  }
  return () => {
    for (const stop of stops) stop();
  };
}

function follow(parameters: readonly string[], onLock: () => void): Stop {
  const child = spawn('dbus-monitor', parameters, { stdio: ['ignore', 'pipe', 'ignore'] });
  child.on('error', () => undefined);
  // An idle watcher is no reason to stay.
  child.unref();
  const hear = screenLockListener(onLock);
  createInterface({ input: child.stdout }).on('line', hear);
  return () => child.kill();
}

/** Reads what `dbus-monitor` prints, line by line: a signal's head, then its arguments indented below. */
export function screenLockListener(onLock: () => void): (line: string) => void {
  let asked = false;
  return (line) => {
    if (!/^\s/.test(line)) {
      asked = / member=ActiveChanged$/.test(line);
      if (/^signal .* interface=org\.freedesktop\.login1\.Session; member=Lock$/.test(line)) onLock();
    } else if (asked) {
      asked = false;
      if (line.trim() === 'boolean true') onLock();
    }
  };
}

/** systemd's escaping of a session's id as the last part of an object path: `2` is `_32`. */
function asPath(id: string): string {
  const escaped = (character: string) => `_${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
  return id.replaceAll(/[^A-Za-z0-9]/g, escaped).replace(/^\d/, escaped);
}
