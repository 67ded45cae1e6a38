import { dirname } from 'node:path';
import { failure } from '../core/failure.ts';
import { failed, ok, type Result } from '../core/result.ts';
import { backUp } from './backup.ts';
import { type FileSystem, type OpenFile, realFileSystem } from './file-system.ts';
import { type FileState, readOpenSettled, sameVersion } from './read-settled.ts';
import { resolveTarget } from './resolve-target.ts';
import { sweepTemporaries, writeTemporary } from './temporary-file.ts';
import { errorCode, readFailure, writeFailure } from './write-failures.ts';

/** An edit as a function of the file's bytes: it runs again when someone else wrote in between. */
export type Change = (bytes: Buffer) => Result<Buffer>;

export interface Written {
  readonly before: Buffer;
  readonly after: Buffer;
}

const attempts = 50;
const nothing = Buffer.alloc(0);

/**
 * Changes a file so that at any instant it is the old one or the new one: lock,
 * read again, temporary file beside it, fsync, compare, rename, fsync of the
 * directory. Links stay, modes are never loosened (new files 0600, new directories
 * 0700), the first edit leaves one backup `<file>.before-rolecall` without the
 * secrets in it.
 *
 * Fails with `file-write`, `file-unreadable`, `file-changed` (someone kept writing),
 * or with what `change` says; the file is then untouched.
 */
export async function writeSafely(
  path: string,
  change: Change,
  fs: FileSystem = realFileSystem,
): Promise<Result<Written>> {
  let target: string;
  let directory: string;
  try {
    target = await resolveTarget(path, fs);
    directory = dirname(target);
    await makeDirectory(directory, fs);
  } catch (error) {
    return failed(writeFailure(path, error));
  }
  let lock: Awaited<ReturnType<FileSystem['lock']>>;
  try {
    lock = await fs.lock(directory);
  } catch (error) {
    return failed(writeFailure(path, error));
  }
  if (!lock.ok) return lock;
  try {
    return await writeLocked(path, target, change, fs);
  } finally {
    // The kernel takes it back in any case.
    await lock.value().catch(() => undefined);
  }
}

async function makeDirectory(path: string, fs: FileSystem): Promise<void> {
  try {
    await fs.mkdir(path, 0o700);
    // The umask may have taken bits away that the owner needs.
    await fs.chmod(path, 0o700);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EEXIST') return;
    // Some file systems say EROFS or EACCES before they say that it exists.
    if (code !== 'ENOENT') {
      if ((await fs.stat(path)).isDirectory()) return;
      throw error;
    }
    if (dirname(path) === path) throw error;
    await makeDirectory(dirname(path), fs);
    await makeDirectory(path, fs);
  }
}

async function openOriginal(target: string, fs: FileSystem): Promise<OpenFile | undefined> {
  try {
    return await fs.open(target, 'r');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function writeLocked(path: string, target: string, change: Change, fs: FileSystem): Promise<Result<Written>> {
  await sweepTemporaries(target, fs);
  // What another writer put into the file we had just replaced: the next attempt starts from it.
  let overtaken: Buffer | undefined;
  let first: Buffer | undefined;
  for (let attempt = 0; attempt < attempts; attempt++) {
    let original: OpenFile | undefined;
    try {
      original = await openOriginal(target, fs);
    } catch (error) {
      return failed(readFailure(path, error));
    }
    try {
      const outcome = await attemptWrite(target, original, overtaken, change, fs);
      if (outcome.kind === 'refused') return outcome.result;
      first ??= outcome.before;
      if (outcome.kind === 'written') return ok({ before: first, after: outcome.after });
      overtaken = outcome.overtaken;
    } catch (error) {
      return failed(writeFailure(path, error));
    } finally {
      await original?.close().catch(() => undefined);
    }
  }
  return failed(
    failure(
      'file-changed',
      `${path} kept changing while Rolecall tried to write it.`,
      'Try again when the other program is done.',
    ),
  );
}

type Outcome =
  | { readonly kind: 'written'; readonly before: Buffer; readonly after: Buffer }
  | { readonly kind: 'again'; readonly before: Buffer; readonly overtaken: Buffer | undefined }
  | { readonly kind: 'refused'; readonly result: Result<never> };

async function attemptWrite(
  target: string,
  original: OpenFile | undefined,
  overtaken: Buffer | undefined,
  change: Change,
  fs: FileSystem,
): Promise<Outcome> {
  const state = original && (await readOpenSettled(original, fs));
  const before = overtaken ?? state?.bytes ?? nothing;
  const changed = change(before);
  if (!changed.ok) return { kind: 'refused', result: changed };
  const after = changed.value;
  if (after.equals(state?.bytes ?? nothing)) return { kind: 'written', before, after };
  // A file the user made read-only is not replaced, though the directory would allow it.
  if (state) await fs.mayWrite(target);
  if (state) await backUp(target, state, fs);
  const temporary = await writeTemporary(target, after, state, fs);
  try {
    if (!(await unchanged(target, state, fs))) {
      await fs.unlink(temporary);
      return { kind: 'again', before, overtaken };
    }
    await fs.rename(temporary, target);
  } catch (error) {
    await fs.unlink(temporary).catch(() => undefined);
    throw error;
  }
  // From here on the file is the new one: a failure must not say that nothing was changed.
  try {
    await fs.syncDirectory(dirname(target));
  } catch {
    // Whole either way: what a loss of power could bring back is the old file.
  }
  const late = original && state && (await lateWrite(original, state, fs));
  return late ? { kind: 'again', before, overtaken: late } : { kind: 'written', before, after };
}

/** Between compare and rename someone may have opened the old file and be writing it now. */
async function lateWrite(original: OpenFile, state: FileState, fs: FileSystem): Promise<Buffer | undefined> {
  try {
    const late = await original.stat();
    if (late.size === state.stats.size && late.mtimeNs === state.stats.mtimeNs) return undefined;
    return (await readOpenSettled(original, fs)).bytes;
  } catch {
    return undefined;
  }
}

async function unchanged(target: string, state: FileState | undefined, fs: FileSystem): Promise<boolean> {
  const now = await openOriginal(target, fs);
  if (!now) return state === undefined;
  try {
    return state !== undefined && sameVersion(await now.stat(), state.stats) && (await now.read()).equals(state.bytes);
  } finally {
    await now.close();
  }
}
