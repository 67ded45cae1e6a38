import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that serves whatever it is asked for to any origin: what a page must not reach. */
export interface Lure {
  /** `http://127.0.0.1:<port>/` */
  readonly url: string;
  /** The paths that were asked for, upgrades to a WebSocket among them. */
  visits(): readonly string[];
  close(): Promise<void>;
}

export async function startLure(): Promise<Lure> {
  const visits: string[] = [];
  const note = ({ url = '' }: IncomingMessage) => void visits.push(url);
  const server = createServer((request, response) => {
    note(request);
    response.writeHead(200, {
      'access-control-allow-origin': '*',
      'access-control-allow-headers': '*',
      'content-type': request.url?.endsWith('.js') ? 'text/javascript' : 'text/html',
    });
    response.end(request.url?.endsWith('.js') ? 'window.lured = true' : '<title>lured</title>');
  });
  server.on('upgrade', (request, socket) => {
    note(request);
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    visits: () => [...visits],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
