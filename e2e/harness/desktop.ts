import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { busConfig, panelConfig, xfconfServiceFile } from './desktop-files.ts';
import { createNotifications, type Notifications, notificationService } from './notifications.ts';
import { createPrivateKeychain, keychainPassword, type PrivateKeychain } from './private-keychain.ts';
import { end, until } from './processes.ts';
import { createSessionBus, type SessionBus } from './session-bus.ts';
import { startSway } from './sway.ts';

/** A desktop of its own: display, session bus, keychain and tray host, all below one throw-away folder. */
export interface Desktop {
  readonly home: string;
  readonly bus: SessionBus;
  /** HOME, XDG folders, DISPLAY and the bus's address; nothing of the machine's but PATH. */
  readonly env: Readonly<Record<string, string>>;
  readonly keychain: PrivateKeychain;
  /** What the notification service was told; it runs where it was asked for. */
  readonly notifications: Notifications;
  close(): Promise<void>;
}

export interface DesktopOptions {
  /** Without one there is no Secret Service on the bus at all. */
  readonly keychain?: boolean;
  /** Without one there is no StatusNotifierWatcher: GNOME's way. */
  readonly trayHost?: boolean;
  /** With a notification service, which most tests do without: then what would be notified comes up in a window. */
  readonly notifications?: boolean;
  /** With a window manager, which decides who has the focus and what lies on top. */
  readonly windowManager?: boolean;
  /** The program is shown by a Wayland compositor (sway) and knows of no other display. */
  readonly wayland?: boolean;
  /** A real display to draw on instead of a private Xvfb. */
  readonly display?: string;
  /** Of the private display, in its own pixels. */
  readonly size?: `${number}x${number}`;
}

/** Starts a private desktop and waits until each part of it answers. */
export async function startDesktop(options: DesktopOptions = {}): Promise<Desktop> {
  const { keychain = true, trayHost = true, windowManager = false } = options;
  const root = mkdtempSync(join(tmpdir(), 'rolecall-e2e-'));
  const home = join(root, 'home');
  const runtime = join(root, 'run');
  mkdirSync(home, { mode: 0o700 });
  mkdirSync(runtime, { mode: 0o700 });
  const children: ChildProcess[] = [];
  const start = (command: string, args: readonly string[], env: NodeJS.ProcessEnv, input?: string, fd3 = false) => {
    const child = spawn(command, args, {
      env,
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'ignore', fd3 ? 'pipe' : 'ignore'],
    });
    child.on('error', () => undefined);
    if (input !== undefined) child.stdin?.end(input);
    children.push(child);
    return child;
  };

  const bare: Record<string, string> = {
    PATH: process.env.PATH ?? '/usr/bin:/bin',
    HOME: home,
    LANG: 'C.UTF-8',
    USER: process.env.USER ?? 'tester',
    XDG_RUNTIME_DIR: runtime,
  };
  const close = async () => {
    for (const child of [...children].reverse()) await end(child);
    rmSync(root, { recursive: true, force: true });
  };

  try {
    const display =
      options.display ?? `:${await firstLine(start('Xvfb', xvfbArgs(options.size), bare, undefined, true), 3)}`;
    const services = join(root, 'services');
    mkdirSync(services);
    if (existsSync(xfconfServiceFile)) copyFileSync(xfconfServiceFile, join(services, 'org.xfce.Xfconf.service'));
    writeFileSync(join(root, 'bus.conf'), busConfig({ socket: join(root, 'bus'), services }));
    const withDisplay = { ...bare, DISPLAY: display, NO_AT_BRIDGE: '1', GTK_A11Y: 'none' };
    const busArgs = [`--config-file=${join(root, 'bus.conf')}`, '--nofork', '--print-address'];
    const address = await firstLine(start('dbus-daemon', busArgs, withDisplay), 1);
    const env = { ...withDisplay, DBUS_SESSION_BUS_ADDRESS: address };
    const bus = createSessionBus(env);

    let keyring: ChildProcess | undefined;
    const startKeyring = async () => {
      if (keyring) await end(keyring);
      const args = ['--foreground', '--unlock', '--components=secrets', `--control-directory=${join(root, 'keyring')}`];
      keyring = start('gnome-keyring-daemon', args, env, keychainPassword);
      await bus.waitForName('org.freedesktop.secrets');
    };
    const keyringUp = keychain ? startKeyring() : undefined;
    if (trayHost) {
      const folder = join(home, '.config/xfce4/xfconf/xfce-perchannel-xml');
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'xfce4-panel.xml'), panelConfig);
      start('xfce4-panel', ['--disable-wm-check'], env);
    }
    if (windowManager) start('openbox', ['--config-file', '/etc/xdg/openbox/rc.xml'], env);
    const notifications = createNotifications({ bus, env, folder: root });
    if (options.notifications) {
      start('dunst', ['-conf', notifications.configFile], env);
      await bus.waitForName(notificationService);
    }
    await keyringUp;
    if (trayHost) await bus.waitForName('org.kde.StatusNotifierWatcher');
    const programEnv = options.wayland ? await startSway({ env, folder: root, start }) : env;
    return {
      home,
      bus,
      env: programEnv,
      keychain: createPrivateKeychain({ bus, env, logInAgain: startKeyring }),
      notifications,
      close,
    };
  } catch (problem) {
    await close();
    throw problem;
  }
}

const xvfbArgs = (size = '1280x900') => [
  '-displayfd',
  '3',
  '-screen',
  '0',
  `${size}x24`,
  '-nolisten',
  'tcp',
  '-noreset',
];

/** The first line that a child writes to one of its file descriptors. */
async function firstLine(child: ChildProcess, fd: 1 | 3): Promise<string> {
  let text = '';
  let problem: Error | undefined;
  child.on('error', (error) => {
    problem = error;
  });
  const stream = child.stdio[fd] as NodeJS.ReadableStream;
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  return until(`the first line of ${child.spawnfile}`, () => {
    if (problem) throw problem;
    if (child.exitCode !== null) throw new Error(`${child.spawnfile} ended with status ${child.exitCode}`);
    return text.includes('\n') && text.split('\n', 1)[0];
  });
}
