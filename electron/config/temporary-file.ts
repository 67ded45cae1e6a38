import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { FileSystem } from './file-system.ts';
import type { FileState } from './read-settled.ts';

function temporaryName(target: string): string {
  return join(dirname(target), `.${basename(target)}.rolecall-${randomBytes(6).toString('hex')}.tmp`);
}

/** Temporaries of a writer that was killed. We hold the lock, so none of them is in use. */
export async function sweepTemporaries(target: string, fs: FileSystem): Promise<void> {
  const prefix = `.${basename(target)}.rolecall-`;
  try {
    for (const name of await fs.list(dirname(target)))
      if (name.startsWith(prefix) && /^[0-9a-f]{12}\.tmp$/.test(name.slice(prefix.length)))
        await fs.unlink(join(dirname(target), name));
  } catch {
    // Untidy, and no reason to refuse the edit.
  }
}

/** Writes a file beside its target, on the disk when this returns; `like` gives it owner and mode. */
export async function writeTemporary(
  target: string,
  bytes: Buffer,
  like: FileState | undefined,
  fs: FileSystem,
): Promise<string> {
  const path = temporaryName(target);
  const file = await fs.open(path, 'wx', 0o600);
  try {
    await file.write(bytes);
    if (like) {
      const own = await file.stat();
      // Owner and group first: changing them may clear mode bits, never set them.
      if (own.uid !== like.stats.uid || own.gid !== like.stats.gid)
        await file.chown(Number(like.stats.uid), Number(like.stats.gid)).catch(() => undefined);
    }
    await file.chmod(like ? Number(like.stats.mode & 0o777n) : 0o600);
    await file.sync();
  } catch (error) {
    await file.close();
    await fs.unlink(path).catch(() => undefined);
    throw error;
  }
  await file.close();
  return path;
}
