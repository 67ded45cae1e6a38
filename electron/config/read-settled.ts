import type { BigIntStats } from 'node:fs';
import type { FileSystem, OpenFile } from './file-system.ts';
import { errorCode } from './write-failures.ts';

export interface FileState {
  readonly bytes: Buffer;
  readonly stats: BigIntStats;
}

const settledAfterMs = 25;
const patienceMs = 2_000;

/** The same bytes in the same place: nobody wrote in between. */
export function sameVersion(a: BigIntStats, b: BigIntStats): boolean {
  return a.ino === b.ino && a.dev === b.dev && a.size === b.size && a.mtimeNs === b.mtimeNs;
}

/** What `sameVersion` compares, of a path: also of one where nothing is, or nothing that may be looked at. */
export async function versionOf(path: string, fs: Pick<FileSystem, 'stat'>): Promise<string> {
  try {
    const { ino, dev, size, mtimeNs } = await fs.stat(path);
    return [ino, dev, size, mtimeNs].join(':');
  } catch (error) {
    return errorCode(error) ?? 'unknown';
  }
}

/**
 * AWS CLI truncates a file and writes it again in place, so it can be met empty or
 * half written. A file replaced by a rename (as Rolecall does) is born with its
 * content; one that is older than its last write, a moment ago, may not be done.
 */
function mayBeHalfWritten(stats: BigIntStats, nowMs: number): boolean {
  const ageMs = nowMs - Number(stats.mtimeMs);
  if (ageMs < 0 || ageMs >= settledAfterMs) return false;
  return stats.size === 0n || stats.mtimeMs - stats.birthtimeMs > 100n;
}

/** Reads an open file when it stays as it is; after two seconds of writing, as it then is. */
export async function readOpenSettled(file: OpenFile, fs: Pick<FileSystem, 'wait' | 'now'>): Promise<FileState> {
  const deadline = fs.now() + patienceMs;
  for (;;) {
    const before = await file.stat();
    const bytes = await file.read();
    const stats = await file.stat();
    const stable = sameVersion(before, stats) && !mayBeHalfWritten(stats, fs.now());
    if (stable || fs.now() > deadline) return { bytes, stats };
    await fs.wait(5);
  }
}

/** Reads a file; `undefined` when there is none. Throws what the system says otherwise. */
export async function readSettled(path: string, fs: FileSystem): Promise<FileState | undefined> {
  let file: OpenFile;
  try {
    file = await fs.open(path, 'r');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return await readOpenSettled(file, fs);
  } finally {
    await file.close();
  }
}
