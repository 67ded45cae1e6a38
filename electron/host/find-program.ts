import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import path from 'node:path';

/** Where a program is found in PATH; on Windows with the endings of PATHEXT. */
export async function findProgram(
  name: string,
  env: Readonly<Record<string, string | undefined>>,
  platform: string,
): Promise<string | undefined> {
  const { delimiter, join } = platform === 'win32' ? path.win32 : path.posix;
  const endings = platform === 'win32' ? (env.PATHEXT ?? '.EXE;.CMD;.BAT').split(';') : [''];
  for (const folder of (env.PATH ?? env.Path ?? '').split(delimiter).filter(Boolean)) {
    for (const ending of endings) {
      const file = join(folder, `${name}${ending}`);
      if (
        await access(file, constants.X_OK).then(
          () => true,
          () => false,
        )
      )
        return file;
    }
  }
  return undefined;
}
