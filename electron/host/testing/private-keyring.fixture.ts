import { type ChildProcess, execFile, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Keychain } from '../../core/ports.ts';
import type { Result } from '../../core/result.ts';

const run = promisify(execFile);

/** How the desktop's prompt behaves when something locked is asked for. */
export type Prompter = 'nobody-answers' | 'dismissed';

export interface PrivateKeyring {
  readonly keychain: Keychain;
  /** Any operation of the probe. */
  ask(operation: string, account?: string, secret?: string): Promise<unknown>;
  lock(): Promise<void>;
  /** Ends the probe as a quitting program does; resolves with its status. */
  exit(): Promise<number | null>;
  stop(): Promise<void>;
}

/**
 * A session bus and a keyring of the test's own: the developer's are never
 * touched. Nothing but `prompter` can be activated on the bus.
 */
export async function startPrivateKeyring(options: {
  keyring: boolean;
  prompter?: Prompter;
  deadlineMs?: number;
}): Promise<PrivateKeyring> {
  const folder = mkdtempSync(join(tmpdir(), 'keyring-'));
  const bus = spawn(
    'dbus-daemon',
    [`--config-file=${busConfig(folder, options.prompter)}`, '--nofork', '--print-address=1'],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  const [address] = await once(bus.stdout, 'data');
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...rest } = process.env;
  const env = {
    ...rest,
    HOME: folder,
    XDG_DATA_HOME: folder,
    XDG_RUNTIME_DIR: folder,
    DBUS_SESSION_BUS_ADDRESS: String(address).trim(),
  };
  const children: ChildProcess[] = [bus];
  if (options.keyring) {
    const daemon = spawn(
      'gnome-keyring-daemon',
      ['--foreground', '--unlock', '--components=secrets', `--control-directory=${folder}`],
      { env, stdio: ['pipe', 'ignore', 'ignore'] },
    );
    children.push(daemon);
    daemon.stdin.end('a password');
    await run('gdbus', ['wait', '--session', '--timeout', '10', 'org.freedesktop.secrets'], { env });
  }
  const probe = fork(join(import.meta.dirname, 'keychain-probe.fixture.ts'), [`${options.deadlineMs ?? 20_000}`], {
    env,
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  children.unshift(probe);
  await once(probe, 'message');

  probe.setMaxListeners(0);
  let lastId = 0;
  const ask = (operation: string, account = '', secret = '') =>
    new Promise<unknown>((resolve) => {
      const id = ++lastId;
      const listen = (message: unknown) => {
        if (!Array.isArray(message) || message[0] !== id) return;
        probe.off('message', listen);
        resolve(message[1]);
      };
      probe.on('message', listen);
      probe.send([id, operation, account, secret]);
    });
  const result = async (...of: Parameters<typeof ask>) => revived(await ask(...of));
  return {
    keychain: {
      read: (account) => result('read', account) as Promise<Result<string | undefined>>,
      save: (account, secret) => result('save', account, secret) as Promise<Result<void>>,
      remove: (account) => result('remove', account) as Promise<Result<void>>,
    },
    ask,
    async lock() {
      const to = ['--session', '--print-reply', '--dest=org.freedesktop.secrets', '/org/freedesktop/secrets'];
      await run(
        'dbus-send',
        [...to, 'org.freedesktop.Secret.Service.Lock', 'array:objpath:/org/freedesktop/secrets/collection/login'],
        { env },
      );
    },
    async exit() {
      probe.send([0, 'exit']);
      const [status] = await once(probe, 'exit');
      return status;
    },
    async stop() {
      for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** JSON drops a key whose value is `undefined`. */
function revived(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok && !('value' in value)
    ? { ok: true, value: undefined }
    : value;
}

function busConfig(folder: string, prompter: Prompter | undefined): string {
  const services = join(folder, 'services');
  mkdirSync(services);
  // A prompt that never comes: a program that stays, without ever taking the name. It ends with its bus.
  const program = prompter === 'dismissed' ? '/bin/false' : '/usr/bin/dbus-monitor --session';
  if (prompter) {
    const name = 'org.gnome.keyring.SystemPrompter';
    writeFileSync(join(services, `${name}.service`), `[D-BUS Service]\nName=${name}\nExec=${program}\n`);
  }
  const file = join(folder, 'bus.conf');
  writeFileSync(
    file,
    `<busconfig><type>session</type><listen>unix:dir=${folder}</listen><servicedir>${services}</servicedir>
<auth>EXTERNAL</auth><policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>`,
  );
  return file;
}
