import koffi from 'koffi';

/**
 * Ends this process now. A keychain call that nobody answers blocks a thread,
 * and `process.exit` waits for all threads (measured: for ever), so quitting with
 * `hasStuckCall()` needs this. Nothing of Rolecall's is half-written then: files
 * are replaced whole.
 */
export function exitHard(status: number): never {
  try {
    if (process.platform !== 'win32') koffi.load(null).func('void _exit(int status)')(status);
  } catch {
    // No libc by that name: the signal below does it, with another status.
  }
  process.kill(process.pid, 'SIGKILL');
  throw new Error('the process did not end');
}
