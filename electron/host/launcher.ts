import { chmod, readFile, stat } from 'node:fs/promises';
import { writeFileAtomic } from './atomic-file.ts';
import { windowsLauncher } from './launcher-win32.ts';

export interface LauncherOf {
  readonly socket: string;
  /** Node and `dist/cli.js`, or the packaged program: what takes over when the fast path cannot. */
  readonly command: readonly string[];
  /** Variables that lead to the same places again, see `placesEnv`. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Writes the script that `credential_process` values name. It is written at
 * each start, since a new version may live elsewhere, but only when it differs.
 * Rejects with the file system's error.
 */
export async function writeLauncher(path: string, of: LauncherOf, platform: string = process.platform): Promise<void> {
  const script = platform === 'win32' ? windowsLauncher(of) : launcherScript(of);
  const old = await readFile(path, 'utf8').catch(() => undefined);
  if (old !== script) return writeFileAtomic(path, script, 0o700);
  if (platform !== 'win32' && ((await stat(path)).mode & 0o777) !== 0o700) await chmod(path, 0o700);
}

/** Quotes for a POSIX shell: nothing inside single quotes means anything. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/**
 * The script's text. The fast path is one `curl` (8 ms, where Node takes 74).
 * Credentials pass through a shell variable and a built-in: never argv, never
 * a file. `-q` keeps ~/.curlrc out. A program that is not running (curl's 7)
 * is the command's to start.
 */
export function launcherScript({ socket, command, env }: LauncherOf): string {
  const exports = Object.entries(env).map(([name, value]) => `export ${name}=${quoted(value)}`);
  return `#!/bin/sh
# Written by Rolecall at each start: changes here are lost.
# What credential_process names: hands out temporary credentials for a profile.
socket=${quoted(socket)}
fast() {
  [ -S "$socket" ] && [ -O "$socket" ] && command -v curl >/dev/null 2>&1 || return 0
  if [ $# -eq 0 ]; then
    answer=$(curl -q -s --noproxy '*' --unix-socket "$socket" -w '\\n%{http_code}' http://rolecall/credentials)
  else
    answer=$(curl -q -s --noproxy '*' --unix-socket "$socket" -w '\\n%{http_code}' \\
      -G --data-urlencode "profile=$1" http://rolecall/credentials)
  fi
  status=$?
  newline='
'
  body=\${answer%"$newline"*}
  case $status:\${answer##*"$newline"} in
    0:200) printf '%s' "$body"; exit 0 ;;
    0:403 | 0:500) printf '%s' "$body" >&2; exit 1 ;;
    18:* | 52:* | 56:*) printf '%s\\n' 'Rolecall quit before it answered.' 'Start Rolecall, then try again.' >&2; exit 1 ;;
  esac
}
if [ "$1" = credentials ]; then
  case $#:$2 in
    1:) fast ;;
    2: | 2:-*) ;;
    2:*) fast "$2" ;;
  esac
fi
${exports.join('\n')}
exec ${command.map(quoted).join(' ')} "$@"
`;
}
