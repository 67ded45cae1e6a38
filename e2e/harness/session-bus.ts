import { type DBusValue, parseReply } from './dbus-reply.ts';
import { run, until } from './processes.ts';

interface Call {
  readonly to: string;
  readonly path: string;
  /** Interface and member, for example `com.canonical.dbusmenu.Event`. */
  readonly member: string;
  /** In dbus-send's notation, for example `int32:3` or `array:string:`. */
  readonly args?: readonly string[];
}

/**
 * A client of the session bus. It is `dbus-send`, because that comes with the
 * bus itself: busctl needs systemd, which containers lack, and the libraries for
 * Node are either unmaintained or bring a dozen packages for two calls.
 */
export interface SessionBus {
  /** The values of the reply; throws what the bus answered on an error. */
  call(call: Call): Promise<readonly DBusValue[]>;
  property(to: string, path: string, name: string): Promise<DBusValue>;
  waitForName(name: string): Promise<void>;
  hasName(name: string): Promise<boolean>;
  /** The number of the process that has the name. */
  processOf(name: string): Promise<number>;
}

export function createSessionBus(env: Readonly<Record<string, string>>): SessionBus {
  const call = async ({ to, path, member, args = [] }: Call): Promise<readonly DBusValue[]> => {
    const words = ['--session', '--print-reply', '--reply-timeout=30000', `--dest=${to}`, path, member, ...args];
    const { status, stdout, stderr } = await run('dbus-send', words, { env });
    if (status !== 0) throw new Error(`${member}: ${stderr.trim()}`);
    return parseReply(stdout);
  };
  const askBus = async (method: string, name: string) => {
    const bus = { to: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus' };
    const [answer] = await call({ ...bus, member: `org.freedesktop.DBus.${method}`, args: [`string:${name}`] });
    return answer;
  };
  const hasName = async (name: string) => (await askBus('NameHasOwner', name)) === true;
  return {
    call,
    hasName,
    processOf: async (name) => Number(await askBus('GetConnectionUnixProcessID', name)),
    async property(to, path, name) {
      const dot = name.lastIndexOf('.');
      const args = [`string:${name.slice(0, dot)}`, `string:${name.slice(dot + 1)}`];
      const [value] = await call({ to, path, member: 'org.freedesktop.DBus.Properties.Get', args });
      if (value === undefined) throw new Error(`${name}: an empty reply`);
      return value;
    },
    async waitForName(name) {
      await until(`${name} on the session bus`, () => hasName(name));
    },
  };
}
