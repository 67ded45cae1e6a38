import { type ChildProcess, spawn } from 'node:child_process';
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
 * it reaches is a lock. A process that ends, with its bus or by somebody's hand, is started again. Without the
 * tool nothing is heard.
 * @see https://www.freedesktop.org/software/systemd/man/latest/org.freedesktop.login1.html
 */
export function watchScreenLock(
  onLock: () => void,
  { env = process.env, firstRestartMs = 1_000 }: { env?: NodeJS.ProcessEnv; firstRestartMs?: number } = {},
): Stop {
  const how = { env, firstRestartMs, onLock };
  const savers = screenSavers.map((name) => `type='signal',interface='${name}',member='ActiveChanged'`);
  const stops = [follow(['--session', ...savers], how)];
  const session = env.XDG_SESSION_ID;
  if (session) {
    const path = `/org/freedesktop/login1/session/${asPath(session)}`;
    const rule = `type='signal',path='${path}',interface='org.freedesktop.login1.Session',member='Lock'`;
    stops.push(follow(['--system', rule], how));
  }
  return () => {
    for (const stop of stops) stop();
  };
}

/** A bus that is gone is not asked every second for ever. */
const LONGEST_RESTART_MS = 5 * 60_000;

function follow(
  parameters: readonly string[],
  { env, firstRestartMs, onLock }: { env: NodeJS.ProcessEnv; firstRestartMs: number; onLock: () => void },
): Stop {
  let child: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;
  let waitMs = firstRestartMs;

  function start(): void {
    const started = spawn('dbus-monitor', parameters, { stdio: ['ignore', 'pipe', 'ignore'], env });
    child = started;
    // Not installed: that does not change by trying.
    started.on('error', () => undefined);
    // An idle watcher is no reason to stay.
    started.unref();
    const hear = screenLockListener(onLock);
    createInterface({ input: started.stdout }).on('line', (line) => {
      waitMs = firstRestartMs;
      hear(line);
    });
    started.once('exit', () => {
      if (child !== started) return;
      timer = setTimeout(start, waitMs).unref();
      waitMs = Math.min(waitMs * 2, LONGEST_RESTART_MS);
    });
  }

  start();
  return () => {
    const last = child;
    child = undefined;
    clearTimeout(timer);
    last?.kill();
  };
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
