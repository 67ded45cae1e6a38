import { randomBytes } from 'node:crypto';
import { chmod, mkdir, open, readdir, realpath, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const suffix = /^\.[0-9a-f]{12}\.tmp$/;

/**
 * Replaces a file of Rolecall's own, whole or not at all, with exactly `mode`
 * (0600 unless given) whatever the umask. Follows a symbolic link and replaces
 * its target. Rejects with the file system's error and then leaves no trace.
 */
export async function writeFileAtomic(path: string, content: string, mode = 0o600): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const target = await realpath(path).catch(() => path);
  const folder = dirname(target);
  await sweep(folder, basename(target));
  const temporary = `${target}.${randomBytes(6).toString('hex')}.tmp`;
  const file = await open(temporary, 'wx', mode);
  try {
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await chmod(temporary, mode);
    await rename(temporary, target);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
  await syncFolder(folder);
}

/** Temporaries of a process that died half-way: only one process of a user writes these files. */
async function sweep(folder: string, name: string): Promise<void> {
  const stale = (await readdir(folder)).filter((each) => each.startsWith(name) && suffix.test(each.slice(name.length)));
  await Promise.all(stale.map((each) => unlink(join(folder, each)).catch(() => undefined)));
}

/** Makes the rename itself survive a power cut. Windows cannot open a folder, and needs not. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
