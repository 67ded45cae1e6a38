import type { BigIntStats } from 'node:fs';
import * as fs from 'node:fs/promises';
import type { Result } from '../core/result.ts';
import { lockDirectory } from './lock.ts';

/** An open file. */
export interface OpenFile {
  read(): Promise<Buffer>;
  write(bytes: Uint8Array): Promise<void>;
  chmod(mode: number): Promise<void>;
  chown(uid: number, gid: number): Promise<void>;
  stat(): Promise<BigIntStats>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** Every touch of the disk that a safe write makes, so that tests can let each one fail. */
export interface FileSystem {
  open(path: string, flags: 'r' | 'wx', mode?: number): Promise<OpenFile>;
  readlink(path: string): Promise<string>;
  realpath(path: string): Promise<string>;
  stat(path: string): Promise<BigIntStats>;
  mkdir(path: string, mode: number): Promise<void>;
  chmod(path: string, mode: number): Promise<void>;
  mayWrite(path: string): Promise<void>;
  list(path: string): Promise<string[]>;
  link(from: string, to: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
  syncDirectory(path: string): Promise<void>;
  lock(directory: string): Promise<Result<() => Promise<void>>>;
  wait(durationMs: number): Promise<void>;
  now(): number;
}

/** Reads from the start, wherever earlier reads ended. */
async function readAll(file: fs.FileHandle): Promise<Buffer> {
  const size = (await file.stat()).size;
  const chunks: Buffer[] = [];
  let at = 0;
  for (let want = size + 1; ; want = 65_536) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(want), 0, want, at);
    if (bytesRead === 0) break;
    chunks.push(buffer.subarray(0, bytesRead));
    at += bytesRead;
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}

export const realFileSystem: FileSystem = {
  async open(path, flags, mode) {
    const file = await fs.open(path, flags, mode);
    return {
      read: () => readAll(file),
      write: (bytes) => file.writeFile(bytes),
      chmod: (bits) => file.chmod(bits),
      chown: (uid, gid) => file.chown(uid, gid),
      stat: () => file.stat({ bigint: true }),
      sync: () => file.sync(),
      close: () => file.close(),
    };
  },
  readlink: (path) => fs.readlink(path),
  realpath: (path) => fs.realpath(path),
  stat: (path) => fs.stat(path, { bigint: true }),
  async mkdir(path, mode) {
    await fs.mkdir(path, { mode });
  },
  chmod: (path, mode) => fs.chmod(path, mode),
  mayWrite: (path) => fs.access(path, fs.constants.W_OK),
  list: (path) => fs.readdir(path),
  link: (from, to) => fs.link(from, to),
  rename: (from, to) => fs.rename(from, to),
  unlink: (path) => fs.unlink(path),
  async syncDirectory(path) {
    // Windows has no such thing; its rename is journalled.
    if (process.platform === 'win32') return;
    const directory = await fs.open(path, 'r');
    try {
      await directory.sync();
    } finally {
      await directory.close();
    }
  },
  lock: lockDirectory,
  wait: (durationMs) => new Promise((resolve) => setTimeout(resolve, durationMs)),
  now: () => Date.now(),
};
