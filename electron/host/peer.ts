import type { Socket } from 'node:net';

/** Who is at the other end of a local connection, by the kernel's word. */
interface Peer {
  readonly pid?: number | undefined;
  readonly uid?: number | undefined;
}

export interface ProcessInfo {
  readonly pid: number;
  readonly parentPid?: number | undefined;
  /** The executable, by the kernel's word; missing when the OS does not tell. */
  readonly path?: string | undefined;
  /** Where it runs; missing when the OS does not tell. */
  readonly cwd?: string | undefined;
  /** What the process says of itself; empty when unreadable. */
  readonly argv: readonly string[];
  /** What the OS calls the process. */
  readonly name: string;
}

/** One implementation per OS. */
export interface PeerSource {
  /** `undefined` when the connection is gone or the OS does not say. */
  peerOf(socket: Socket): Peer | undefined;
  processOf(pid: number): Promise<ProcessInfo | undefined>;
}

/** Loads the OS's implementation, off the start-up path: the foreign-function library costs some 25 ms. */
export async function loadPeerSource(platform: string = process.platform): Promise<PeerSource> {
  if (platform === 'linux') return (await import('./peer-linux.ts')).createPeerSource();
  if (platform === 'darwin') return (await import('./peer-darwin.ts')).createPeerSource();
  return (await import('./peer-win32.ts')).createPeerSource();
}

/** The descriptor under a Node socket. Not public API, so its absence is an answer, not a crash. */
export function descriptorOf(socket: Socket): number | undefined {
  const handle = '_handle' in socket ? socket._handle : undefined;
  const fd = typeof handle === 'object' && handle !== null && 'fd' in handle ? handle.fd : undefined;
  return typeof fd === 'number' && fd >= 0 ? fd : undefined;
}
