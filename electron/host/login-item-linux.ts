import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { writeFileAtomic } from './atomic-file.ts';
import type { AtLogin, LoginItem } from './login-item.ts';

/**
 * An entry of the desktop's autostart folder. The desktop's own list of what
 * starts at login switches it off in the entry, or takes the entry away.
 * @see https://specifications.freedesktop.org/autostart-spec/latest/
 */
export function createLoginItem({
  command,
  env,
  home,
}: {
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}): LoginItem {
  const { XDG_CONFIG_HOME, ROLECALL_DATA_DIR } = env;
  const config = XDG_CONFIG_HOME && path.isAbsolute(XDG_CONFIG_HOME) ? XDG_CONFIG_HOME : path.join(home, '.config');
  const file = path.join(config, 'autostart', 'rolecall.desktop');
  // A session has the XDG folders by itself, and this one not.
  const ownPlace = ROLECALL_DATA_DIR ? [`ROLECALL_DATA_DIR=${ROLECALL_DATA_DIR}`] : [];
  // GLib and systemd look for a program with "%%" in its name before they read it as "%".
  const isFound = ownPlace.length === 0 && !command[0]?.includes('%');
  const exec = [...(isFound ? [] : ['/usr/bin/env']), ...ownPlace, ...command].map(quoted).join(' ');

  async function look(): Promise<{ readonly state: AtLogin; readonly text: string }> {
    // Unreadable is as good as not there: the desktop cannot read it either.
    const text = await readFile(file, 'utf8').catch(() => '');
    const value = valuesIn(text);
    // Without a program it starts nothing.
    if (value('Exec') === undefined || switchedOff.some(([key, off]) => value(key) === off))
      return { state: 'off', text };
    return { state: value('Exec') === exec ? 'on' : 'elsewhere', text };
  }

  return {
    state: async () => (await look()).state,
    async set(on) {
      if (!on) return rm(file, { force: true });
      const { state, text } = await look();
      if (state === 'on') return;
      await writeFileAtomic(file, state === 'off' ? entry(exec) : withExec(text, exec));
    },
  };
}

/** What the lists of GNOME, MATE, Xfce and others write for "not at login". */
const switchedOff = [
  ['Hidden', 'true'],
  ['X-GNOME-Autostart-enabled', 'false'],
  ['X-MATE-Autostart-enabled', 'false'],
] as const;

function entry(exec: string): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Rolecall',
    'Comment=Switches AWS roles from the tray',
    `Exec=${exec}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/** The keys of the group `[Desktop Entry]`; other groups are actions of a menu. */
function valuesIn(text: string): (key: string) => string | undefined {
  const [, group = ''] = /^\[Desktop Entry\]\s*$([\s\S]*?)(?=^\[|(?![\s\S]))/m.exec(text) ?? [];
  const lines = [...group.matchAll(/^([A-Za-z0-9-]+)[ \t]*=[ \t]*(.*?)[ \t\r]*$/gm)];
  const values = new Map(lines.map(([, key, value]) => [key, value]));
  return (key) => values.get(key);
}

/** Another program in an entry to which the person may have added something. */
function withExec(text: string, exec: string): string {
  return text.replace(/^Exec[ \t]*=.*$/m, () => `Exec=${exec}`);
}

/**
 * As the Desktop Entry Specification quotes an argument; its strings are unescaped
 * once before that, so a backslash is two, and a line's end is one with a letter.
 * @see https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html
 */
function quoted(argument: string): string {
  const inQuotes = argument
    .replaceAll(/["`$\\]/g, '\\$&')
    .replaceAll('\\', '\\\\')
    .replaceAll('%', '%%')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');
  return `"${inQuotes}"`;
}
