import koffi from 'koffi';

/** prctl(2). */
const PR_SET_DUMPABLE = 4;

/** To other programs of the same user; where it is `open`, a crash may also leave a copy of it on the disk. */
export type MemoryIs = 'closed' | 'open' | 'left-to-the-system';

/**
 * Linux: no core dump of this process, and no other process of the same user may
 * attach to it or read its memory. Elsewhere the system decides: macOS by the
 * hardened runtime of the signed package, Windows by its crash settings. Where it
 * fails, the program goes on and `rolecall doctor` says so.
 */
export function hardenProcess(platform: string = process.platform, load = koffi.load): MemoryIs {
  if (platform !== 'linux') return 'left-to-the-system';
  try {
    // The C library that this process runs on, whatever it is called.
    const prctl = load(null).func('int prctl(int option, ulong arg2, ulong arg3, ulong arg4, ulong arg5)');
    return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) === 0 ? 'closed' : 'open';
  } catch {
    return 'open';
  }
}
