import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { failure } from '../../core/failure.ts';
import type { Clock } from '../../core/ports.ts';
import { failed, ok, type Result } from '../../core/result.ts';

/** A browser that has to be started first takes its time. */
const HOLDS_MS = 60_000;

/**
 * Links that work once. A command line can be read by every user of a computer, and a sign-in link is as good as the
 * session for its 15 minutes. So the browser is given an address on literal 127.0.0.1 with 256 random bits, which leads
 * on to the real link once, within a minute, for a process of this user, and is gone after that.
 */
export function createOneTimeLinks(parts: {
  readonly clock: Pick<Clock, 'after'>;
  /** Whether the process at the other end of a connection is this user's. */
  readonly isOwn: (connection: { readonly peerPort: number; readonly ownPort: number }) => Promise<boolean>;
}) {
  const { clock, isOwn } = parts;
  const waiting = new Set<() => void>();

  return {
    /** The address that leads to `link`. Fails with `internal` where nothing can listen. */
    offer(link: string): Promise<Result<string>> {
      const path = `/${randomBytes(32).toString('base64url')}`;
      const server = createServer({ maxHeaderSize: 16 * 1024, requestTimeout: 5_000, keepAlive: false });
      server.maxConnections = 16;
      const end = () => {
        waiting.delete(end);
        stopWaiting();
        server.close();
        // Browsers open connections ahead that they may never use; nobody would close those.
        server.closeAllConnections();
      };
      const stopWaiting = clock.after(HOLDS_MS, end);
      waiting.add(end);

      server.on('request', async (request, response) => {
        const { port } = server.address() as AddressInfo;
        const refuse = () => response.writeHead(403, { 'Content-Length': '0', ...plain }).end();
        if (!isNavigation(request, `127.0.0.1:${port}`, path)) return refuse();
        const peerPort = request.socket.remotePort ?? 0;
        const own = await isOwn({ peerPort, ownPort: port }).catch(() => false);
        // Whoever comes second, also while the first was looked at, finds nothing.
        if (!own || !waiting.delete(end)) return refuse();
        response.writeHead(303, { Location: link, 'Content-Length': '0', ...plain }).end(end);
      });
      return new Promise((resolve) => {
        // Also for what comes later, such as no descriptor left for a connection: an error that nobody hears ends the program.
        server.on('error', () => {
          if (server.listening) return;
          end();
          resolve(failed(noListener()));
        });
        server.listen(0, '127.0.0.1', () => {
          const { port } = server.address() as AddressInfo;
          resolve(ok(`http://127.0.0.1:${port}${path}`));
        });
      });
    },

    /** What no browser has taken yet leads nowhere any more. */
    takeBack(): void {
      for (const end of waiting) end();
    },
  };
}

export type OneTimeLinks = ReturnType<typeof createOneTimeLinks>;

const plain = { Connection: 'close', 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' };

/** A person's browser that goes there: no page that fetches, no look ahead, no other name for this computer. */
function isNavigation({ method, url, rawHeaders, headers }: IncomingMessage, host: string, path: string): boolean {
  const hosts = rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host');
  if (method !== 'GET' || url !== path || hosts.length !== 1 || headers.host !== host) return false;
  if (headers.origin !== undefined || headers['sec-purpose'] !== undefined) return false;
  return (headers['sec-fetch-mode'] ?? 'navigate') === 'navigate';
}

function noListener() {
  return failure(
    'internal',
    'Rolecall could not hand the link to the browser on this computer.',
    'Copy the link instead: rolecall console PROFILE --print',
  );
}
