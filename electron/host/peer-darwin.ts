import { execFile } from 'node:child_process';
import { basename } from 'node:path';
import koffi from 'koffi';
import { descriptorOf, type PeerSource, type ProcessInfo } from './peer.ts';

// <sys/un.h>
const SOL_LOCAL = 0;
const LOCAL_PEERPID = 2;

/** LOCAL_PEERPID and getpeereid for the peer, `ps` for its program. From documentation: not run here. */
export function createPeerSource(): PeerSource {
  const libc = koffi.load('/usr/lib/libSystem.B.dylib');
  const getsockopt = libc.func(
    'int getsockopt(int fd, int level, int name, _Out_ int *value, _Inout_ uint32_t *length)',
  );
  const getpeereid = libc.func('int getpeereid(int fd, _Out_ uint32_t *uid, _Out_ uint32_t *gid)');
  return {
    peerOf(socket) {
      const fd = descriptorOf(socket);
      if (fd === undefined) return undefined;
      const pid = [0];
      const uid = [0];
      if (getpeereid(fd, uid, [0]) !== 0) return undefined;
      const known = getsockopt(fd, SOL_LOCAL, LOCAL_PEERPID, pid, [4]) === 0;
      return { pid: known ? pid[0] : undefined, uid: uid[0] };
    },
    processOf,
  };
}

/** `ps` prints the executable's path as `comm`; the arguments come last and lose their boundaries. */
function processOf(pid: number): Promise<ProcessInfo | undefined> {
  const ask = (column: string) =>
    new Promise<string>((resolve) => {
      execFile('/bin/ps', ['-o', `${column}=`, '-p', `${pid}`], { timeout: 1_000 }, (error, out) =>
        resolve(error ? '' : out.trim()),
      );
    });
  return Promise.all([ask('ppid'), ask('comm'), ask('args')]).then(([parent, path, args]) =>
    path
      ? { pid, parentPid: Number(parent) || undefined, path, argv: args.split(' '), name: basename(path) }
      : undefined,
  );
}
