import { readFile, readlink } from 'node:fs/promises';
import koffi from 'koffi';
import { descriptorOf, type PeerSource, type ProcessInfo } from './peer.ts';

// <asm-generic/socket.h>; struct ucred of socket(7): pid, uid, gid
const SOL_SOCKET = 1;
const SO_PEERCRED = 17;
const ucredBytes = 12;

/** SO_PEERCRED for the peer (fixed by the kernel when it connected), /proc for its program. */
export function createPeerSource(): PeerSource {
  const getsockopt = koffi
    .load(null)
    .func('int getsockopt(int fd, int level, int name, _Out_ uint8_t *value, _Inout_ uint32_t *length)');
  return {
    peerOf(socket) {
      const fd = descriptorOf(socket);
      if (fd === undefined) return undefined;
      const ucred = Buffer.alloc(ucredBytes);
      const length = [ucredBytes];
      if (getsockopt(fd, SOL_SOCKET, SO_PEERCRED, ucred, length) !== 0 || length[0] !== ucredBytes) return undefined;
      // A peer outside our pid namespace has pid 0.
      return { pid: ucred.readInt32LE(0) || undefined, uid: ucred.readUInt32LE(4) };
    },
    processOf,
  };
}

async function processOf(pid: number): Promise<ProcessInfo | undefined> {
  const [stat, cmdline, path, cwd] = await Promise.all([
    readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined),
    readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''),
    readlink(`/proc/${pid}/exe`).catch(() => undefined),
    readlink(`/proc/${pid}/cwd`).catch(() => undefined),
  ]);
  // `pid (name) state ppid …`: the name may hold spaces and parentheses, so cut at the last one.
  const end = stat?.lastIndexOf(')') ?? -1;
  if (!stat || end < 0) return undefined;
  return {
    pid,
    parentPid: Number(stat.slice(end + 2).split(' ')[1]) || undefined,
    path,
    cwd,
    argv: cmdline.split('\0').slice(0, -1),
    name: stat.slice(stat.indexOf('(') + 1, end),
  };
}
