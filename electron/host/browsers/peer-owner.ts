import { readFile } from 'node:fs/promises';

/** 127.0.0.1 as the kernel writes it, for sockets of IPv4 and for those of IPv6 that speak IPv4. */
const LOOPBACK = ['0100007F', '0000000000000000FFFF00000100007F'];
/** The state of an established connection. */
const ESTABLISHED = '01';

/**
 * Whether the process that connected from `peerPort` is this user's, by the kernel's own tables. Root's is taken as
 * well: it can read everything anyhow, and under WSL it is what passes the browser's connection on.
 * @see https://www.kernel.org/doc/html/latest/networking/proc_net_tcp.html
 */
export async function isOwnPeer(
  { peerPort, ownPort }: { readonly peerPort: number; readonly ownPort: number },
  tables: readonly string[] = ['/proc/net/tcp', '/proc/net/tcp6'],
  uid: number | undefined = process.getuid?.(),
): Promise<boolean> {
  const texts = await Promise.all(tables.map((table) => readFile(table, 'utf8').catch(() => '')));
  const from = LOOPBACK.map((address) => `${address}:${hex(peerPort)}`);
  const to = LOOPBACK.map((address) => `${address}:${hex(ownPort)}`);
  for (const line of texts.join('\n').split('\n')) {
    const [, local = '', remote = '', state, , , , owner] = line.trim().split(/\s+/);
    if (state === ESTABLISHED && from.includes(local) && to.includes(remote))
      return owner === `${uid}` || owner === '0';
  }
  return false;
}

function hex(port: number): string {
  return port.toString(16).toUpperCase().padStart(4, '0');
}
