import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startChild } from '../lib/child.ts';
import { untilAnswer } from '../lib/until.ts';
import type { Rig } from '../rig.ts';

/** The socket of a server that does nothing, in a process of its own as Rolecall's is. */
export function trivialServer(rig: Rig): Promise<string> {
  return rig.shared('trivial-server', async () => {
    const socket = join(rig.folder(), 'trivial.sock');
    const file = fileURLToPath(new URL('trivial-server.cjs', import.meta.url));
    const server = startChild(process.execPath, [file, socket], process.env);
    rig.cleanup.add(() => server.end());
    let ready = false;
    server.onOutput(() => {
      ready = true;
    });
    await untilAnswer('the trivial server', server, () => ready || undefined);
    return socket;
  });
}
