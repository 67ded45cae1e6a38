import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '../core/failure.ts';
import { failed, ok, type Result } from '../core/result.ts';

/**
 * The lock between Rolecall's own writers (the program and the command).
 *
 * It is `flock` on the directory that holds the file: nothing is left on the disk,
 * the file itself may be replaced by a rename, and the kernel gives it back when
 * its holder dies, also by kill -9. A lock file with a process id or a time in it
 * (as lock libraries have) must guess when its owner is gone, and guessing loses
 * edits. AWS's own CLI takes no lock; writes compare before they replace instead.
 *
 * A file system that gives no lock on a directory (NFS needs a writable file) gets
 * a lock file beside it, which stays. On Windows a file opened without sharing
 * serves (from documentation; not run here).
 */
type Unlock = () => Promise<void>;

const LOCK_EXCLUSIVE = 2;
const LOCK_NOT_BLOCKING = 4;
const patienceMs = 10_000;

/** Hands back zero, or the error number. */
type Attempt = (fileDescriptor: number) => number;

let flock: Promise<{ attempt: Attempt; busy: ReadonlySet<number> }> | undefined;

// Loaded with the first edit: a start that only reads does not pay for it.
function loadFlock() {
  flock ??= import('koffi').then(({ default: koffi }) => {
    const call = koffi.load(null).func('int flock(int fd, int operation)');
    const { EAGAIN, EWOULDBLOCK, EINTR } = koffi.os.errno as Record<string, number>;
    return {
      attempt: (fd) => (call(fd, LOCK_EXCLUSIVE | LOCK_NOT_BLOCKING) === 0 ? 0 : koffi.errno()),
      busy: new Set([EAGAIN, EWOULDBLOCK, EINTR].filter((code) => code !== undefined)),
    };
  });
  return flock;
}

const lockName = '.rolecall.lock';

async function lockPosix(directory: string): Promise<Result<Unlock>> {
  const { attempt, busy } = await loadFlock();
  let file = await open(directory, 'r');
  let ownFile = false;
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const code = attempt(file.fd);
    if (code === 0) return ok(() => file.close());
    if (busy.has(code)) {
      if (performance.now() > deadline) {
        await file.close();
        return failed(busyFailure());
      }
      // Polled, since a blocking call would hold one of the four threads all file access shares.
      await new Promise((resolve) => setTimeout(resolve, 1 + Math.random() * 8));
      continue;
    }
    await file.close();
    if (ownFile)
      return failed(
        failure(
          'file-write',
          'This file system gives no locks, so the file was not changed.',
          'Keep the AWS files on a local disk.',
        ),
      );
    ownFile = true;
    file = await open(join(directory, lockName), 'a+', 0o600);
  }
}

async function lockWindows(directory: string): Promise<Result<Unlock>> {
  const { default: koffi } = await import('koffi');
  const kernel = koffi.load('kernel32.dll');
  const createFile = kernel.func(
    'intptr_t __stdcall CreateFileW(str16 name, uint32_t access, uint32_t share, void *security, uint32_t disposition, uint32_t flags, intptr_t template)',
  );
  const closeHandle = kernel.func('int __stdcall CloseHandle(intptr_t handle)');
  const deadline = performance.now() + patienceMs;
  for (;;) {
    // GENERIC_READ | GENERIC_WRITE, no sharing, OPEN_ALWAYS, FILE_FLAG_DELETE_ON_CLOSE: gone with its holder.
    const handle: number = createFile(join(directory, lockName), 0xc0000000, 0, null, 4, 0x04000000, 0);
    if (handle !== -1)
      return ok(async () => {
        closeHandle(handle);
      });
    if (performance.now() > deadline) return failed(busyFailure());
    await new Promise((resolve) => setTimeout(resolve, 1 + Math.random() * 8));
  }
}

function busyFailure() {
  return failure(
    'file-write',
    'Another Rolecall has been writing the same file for ten seconds, so nothing was changed.',
    'Try again when it is done.',
  );
}

/** Takes the lock of a directory, waiting up to ten seconds. Call the value to give it back. */
export function lockDirectory(directory: string): Promise<Result<Unlock>> {
  return process.platform === 'win32' ? lockWindows(directory) : lockPosix(directory);
}
