import { randomBytes } from 'node:crypto';
import { type FileSystem, realFileSystem } from '../../electron/config/file-system.ts';
import { errorCode, writeFailure } from '../../electron/config/write-failures.ts';
import { type Change, writeSafely } from '../../electron/config/write-safely.ts';
import { failed, ok, type Result } from '../../electron/core/result.ts';

/** A way to change a file. The first is Rolecall's; each other lacks one defence that it has. */
export type Writer = (path: string, change: Change, fs?: FileSystem) => Promise<Result<unknown>>;

export const safeWriter: Writer = writeSafely;

/** Everything but the lock; the moment between compare and rename is stretched, so that few rounds show what many would. */
export const writerWithoutLock: Writer = (path, change, fs = realFileSystem) =>
  writeSafely(path, change, {
    ...fs,
    lock: async () => ok(async () => undefined),
    async rename(from, to) {
      await fs.wait(2);
      await fs.rename(from, to);
    },
  });

async function original(path: string, fs: FileSystem): Promise<Buffer> {
  try {
    const file = await fs.open(path, 'r');
    try {
      return await file.read();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}

/** Replaces the file that was read before, without a look at what it is now; a link is replaced, too. */
export const writerWithoutCompare: Writer = async (path, change, fs = realFileSystem) => {
  const changed = change(await original(path, fs));
  if (!changed.ok) return changed;
  const temporary = `${path}.${randomBytes(4).toString('hex')}`;
  const file = await fs.open(temporary, 'wx', 0o600);
  await file.write(changed.value);
  await file.close();
  await fs.wait(20);
  await fs.rename(temporary, path);
  return ok(undefined);
};

/** Writes the new bytes where the old ones were. */
export const writerInPlace: Writer = async (path, change, fs = realFileSystem) => {
  try {
    const changed = change(await original(path, fs));
    if (!changed.ok) return changed;
    await fs.unlink(path);
    const file = await fs.open(path, 'wx', 0o600);
    try {
      await file.write(changed.value);
    } finally {
      await file.close();
    }
    return ok(undefined);
  } catch (error) {
    return failed(writeFailure(path, error));
  }
};
