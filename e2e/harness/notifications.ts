import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './processes.ts';
import type { SessionBus } from './session-bus.ts';

export const notificationService = 'org.freedesktop.Notifications';
const service = { to: notificationService, path: '/org/freedesktop/Notifications' };

interface Notification {
  readonly title: string;
  /** As the program sent it: markup that was escaped is escaped. */
  readonly body: string;
  readonly urgency: string;
}

/** dunst, a real notification service, with a record of what it was told. */
export interface Notifications {
  readonly configFile: string;
  /** All that it was told so far. */
  told(): readonly Notification[];
  /** How many are on screen now. */
  showing(): Promise<number>;
  /** Clicks the newest one. */
  click(): Promise<void>;
  /** It keeps its name on the bus and answers nothing, until this is disposed of. */
  hang(): Promise<AsyncDisposable>;
}

interface NotificationParts {
  readonly bus: SessionBus;
  /** Of the display. */
  readonly env: Readonly<Record<string, string>>;
  readonly folder: string;
}

/** Below the panel, clear of what the tests look at. */
const corner = { x: 12, y: 40 };
const middle = [String(corner.x + 180), String(corner.y + 20)];

/** Writes what dunst is started with: it runs a script for each notification, whatever becomes of it. */
export function createNotifications({ bus, env, folder }: NotificationParts): Notifications {
  const configFile = join(folder, 'dunstrc');
  const script = join(folder, 'told.sh');
  const record = join(folder, 'told');
  // dunst hands over program, title, body, icon and urgency. One write per notification, so that no line is read by half.
  writeFileSync(script, `#!/bin/sh\nprintf '%s\\0%s\\0%s\\0\\n' "$2" "$3" "$5" >> '${record}'\n`, { mode: 0o755 });
  writeFileSync(
    configFile,
    `[global]
origin = top-left
offset = ${corner.x}x${corner.y}
width = 360
sort = update
mouse_left_click = do_action, close_current
[all]
script = ${script}
`,
  );
  return {
    configFile,
    told() {
      if (!existsSync(record)) return [];
      const lines = readFileSync(record, 'utf8').split('\0\n').slice(0, -1);
      return lines.map((line) => {
        const [title = '', body = '', urgency = ''] = line.split('\0');
        return { title, body, urgency };
      });
    },
    showing: async () => Number(await bus.property(service.to, service.path, 'org.dunstproject.cmd0.displayedLength')),
    async click() {
      const { status, stderr } = await run('xdotool', ['mousemove', ...middle, 'click', '1'], { env });
      if (status !== 0) throw new Error(stderr);
    },
    async hang() {
      const pid = await bus.processOf(notificationService);
      process.kill(pid, 'SIGSTOP');
      return { [Symbol.asyncDispose]: async () => void process.kill(pid, 'SIGCONT') };
    },
  };
}
