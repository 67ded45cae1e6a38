import koffi from 'koffi';

/** prctl(2). */
const PR_SET_DUMPABLE = 4;

/**
 * Linux: no core dump of this process, and no other process of the same user may
 * attach to it or read its memory. Elsewhere the system decides: macOS by the
 * hardened runtime of the signed package, Windows by its crash settings.
 * `false` where it could not be set.
 */
export function hardenProcess(platform: string = process.platform): boolean {
  if (platform !== 'linux') return false;
  try {
    const prctl = koffi.load('libc.so.6').func('int prctl(int option, ulong arg2, ulong arg3, ulong arg4, ulong arg5)');
    return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) === 0;
  } catch {
    // A libc of another name (musl): not a reason not to start.
    return false;
  }
}
