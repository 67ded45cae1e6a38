import { createHash } from 'node:crypto';
import { isAbsolute, posix, win32 } from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

/** Where Rolecall keeps what is its own. None of it is a secret. */
export interface Places {
  readonly settings: string;
  readonly data: string;
  /** Private directory of the socket; on Windows only the launch record's neighbour. */
  readonly run: string;
  /** A socket, or on Windows a named pipe. */
  readonly socket: string;
  /** The script that `credential_process` names. */
  readonly launcher: string;
  /** How to start the program again, for the command. */
  readonly launchRecord: string;
  /** Folder of the audit log. */
  readonly audit: string;
  /** What was read of Identity Center's organisations. */
  readonly organisations: string;
  /** Chromium's profile. */
  readonly chromium: string;
}

/** What decides the places, from the process. `home` is the OS's idea of it. */
export interface PlacesOf {
  readonly env: Env;
  readonly platform: string;
  readonly home: string;
}

/** `ROLECALL_DATA_DIR` moves everything below one folder; else the OS's rules hold. */
export function placesOf({ env, platform, home }: PlacesOf): Places {
  const own = env.ROLECALL_DATA_DIR;
  if (platform === 'win32') return windows(env, home, own);
  const { join, resolve } = posix;
  if (own) {
    const data = resolve(own);
    return unix(join(data, 'settings.json'), data, join(data, 'run'));
  }
  // https://developer.apple.com/library/archive/documentation/FileManagement/Conceptual/FileSystemProgrammingGuide (not run here)
  if (platform === 'darwin') {
    const data = join(home, 'Library', 'Application Support', 'Rolecall');
    return unix(join(data, 'settings.json'), data, join(data, 'run'));
  }
  // A relative XDG path is invalid and ignored, says the XDG base directory specification.
  const xdg = (name: string) => (env[name] && isAbsolute(env[name]) ? env[name] : undefined);
  const data = join(xdg('XDG_DATA_HOME') ?? join(home, '.local', 'share'), 'rolecall');
  const runtime = xdg('XDG_RUNTIME_DIR');
  return unix(
    join(xdg('XDG_CONFIG_HOME') ?? join(home, '.config'), 'rolecall', 'settings.json'),
    data,
    runtime ? join(runtime, 'rolecall') : join(data, 'run'),
  );
}

function unix(settings: string, data: string, run: string): Places {
  return {
    settings,
    data,
    run,
    socket: posix.join(run, 'rolecall.sock'),
    launcher: posix.join(data, 'bin', 'rolecall'),
    launchRecord: posix.join(data, 'launch.json'),
    audit: posix.join(data, 'audit'),
    organisations: posix.join(data, 'organisations'),
    chromium: posix.join(data, 'electron'),
  };
}

/** From documentation, not run here. A pipe has no folder, so its name carries whose it is. */
function windows(env: Env, home: string, own: string | undefined): Places {
  const { join } = win32;
  const data = own ?? join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'Rolecall');
  const roaming = own ?? join(env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Rolecall');
  const owner = createHash('sha256').update(data.toLowerCase()).digest('hex').slice(0, 16);
  return {
    settings: join(roaming, 'settings.json'),
    data,
    run: join(data, 'run'),
    socket: `\\\\.\\pipe\\rolecall-${owner}`,
    launcher: join(data, 'bin', 'rolecall.cmd'),
    launchRecord: join(data, 'launch.json'),
    audit: join(data, 'audit'),
    organisations: join(data, 'organisations'),
    chromium: join(data, 'electron'),
  };
}

/** The variables that led to these places: the launcher sets them again for callers that have others or none. */
export function placesEnv(env: Env): Record<string, string> {
  const names = env.ROLECALL_DATA_DIR ? ['ROLECALL_DATA_DIR'] : ['XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_RUNTIME_DIR'];
  return Object.fromEntries(names.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
}
