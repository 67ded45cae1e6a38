import { chmod, lstat, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { failure } from '../core/failure.ts';
import { failed, ok, type Result } from '../core/result.ts';

const writableByOthers = 0o002;
const writableByGroupOrOthers = 0o022;
const sticky = 0o1000;

/**
 * Makes sure that `path` is a directory of this user with mode 0700, whatever
 * the umask. Refuses, with `internal`, one that someone else owns or could
 * write: whoever can write a directory can put their own socket into it.
 * Windows has no modes: its pipes have access lists of their own.
 */
export async function ensurePrivateDir(path: string, ownUid = process.getuid?.()): Promise<Result<void>> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    if (ownUid === undefined) return ok(undefined);
    const is = await lstat(path);
    const parent = await lstat(dirname(path));
    if (!is.isDirectory()) return refused(path, 'it is not a directory');
    if (is.uid !== ownUid) return refused(path, 'it belongs to another user');
    if ((is.mode & writableByGroupOrOthers) !== 0) return refused(path, 'other users may write in it');
    if ((parent.mode & writableByOthers) !== 0 && (parent.mode & sticky) === 0) {
      return refused(path, 'other users may write in the directory above it');
    }
    if ((is.mode & 0o777) !== 0o700) await chmod(path, 0o700);
    return ok(undefined);
  } catch (error) {
    return refused(path, error instanceof Error ? error.message : String(error));
  }
}

function refused(path: string, why: string) {
  return failed(
    failure(
      'internal',
      `The directory ${path} cannot be used: ${why}.`,
      `Remove it or give it to yourself alone (chmod 700), then start Rolecall again.`,
    ),
  );
}
