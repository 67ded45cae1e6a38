import { access, readFile } from 'node:fs/promises';
import { isAbsolute } from 'node:path';

export type LauncherState = 'current' | 'absent' | 'elsewhere' | 'broken';

/** Whether the launcher asks at this socket, and whether every program that it would start is still there. */
export async function launcherState(launcher: string, socket: string): Promise<LauncherState> {
  const script = await readFile(launcher, 'utf8').catch(() => undefined);
  if (script === undefined) return 'absent';
  if (!script.includes(socket)) return 'elsewhere';
  const command = script.split('\n').find((line) => line.startsWith('exec ')) ?? '';
  for (const [, quoted = ''] of command.matchAll(/'((?:[^']|'\\'')*)'/g)) {
    const word = quoted.replaceAll("'\\''", "'");
    const isThere =
      !isAbsolute(word) ||
      (await access(word).then(
        () => true,
        () => false,
      ));
    if (!isThere) return 'broken';
  }
  return 'current';
}
