import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { writeFileAtomic } from './atomic-file.ts';
import type { LoginItem } from './login-item.ts';

/**
 * An entry of the desktop's autostart folder.
 * @see https://specifications.freedesktop.org/autostart-spec/latest/
 */
export function createLoginItem({
  command,
  env,
  home,
}: {
  /** The program and its arguments. */
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}): LoginItem {
  const folder = path.join(env.XDG_CONFIG_HOME || path.join(home, '.config'), 'autostart');
  const file = path.join(folder, 'rolecall.desktop');
  return {
    async set(on) {
      if (!on) return rm(file, { force: true });
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFileAtomic(file, entry(command));
    },
  };
}

function entry(command: readonly string[]): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Rolecall',
    'Comment=Switches AWS roles from the tray',
    `Exec=${command.map(quoted).join(' ')}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/** As the Desktop Entry Specification quotes an argument; its strings are unescaped once before that, so a backslash is two. */
function quoted(argument: string): string {
  const inQuotes = argument
    .replaceAll(/["`$\\]/g, '\\$&')
    .replaceAll('\\', '\\\\')
    .replaceAll('%', '%%');
  return `"${inQuotes}"`;
}
