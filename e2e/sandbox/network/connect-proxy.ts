import { createServer } from 'node:http';
import { connect } from 'node:net';
import { serve } from './serve.ts';

export interface ConnectProxyOptions {
  /** Whom it lets through; anybody without one. */
  readonly user?: string;
  readonly password?: string;
  /** The status it answers a CONNECT with instead of connecting, by the host's name. */
  readonly refuses?: (hostname: string) => number | undefined;
  /** It resolves every name to this computer, as a company's own DNS may. */
  readonly resolvesToHere?: boolean;
}

export interface ConnectProxy {
  /** `http://127.0.0.1:PORT`, with no user in it. */
  readonly url: string;
  /** The hosts it has connected to, in order: `host:port`. */
  tunnels(): readonly string[];
  close(): Promise<void>;
}

/** A small proxy that knows CONNECT and nothing else, as those of companies are used. */
export async function startConnectProxy(options: ConnectProxyOptions = {}): Promise<ConnectProxy> {
  const { user, password, refuses, resolvesToHere = false } = options;
  const tunnels: string[] = [];
  const wanted = user === undefined ? undefined : `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const server = createServer((_request, response) => response.writeHead(405).end());
  server.on('connect', (request, client, head) => {
    const refuse = (status: number, more = '') =>
      client.end(`HTTP/1.1 ${status} Refused\r\n${more}Content-Length: 0\r\n\r\n`);
    if (wanted !== undefined && request.headers['proxy-authorization'] !== wanted) {
      refuse(407, 'Proxy-Authenticate: Basic realm="proxy"\r\n');
      return;
    }
    const { hostname, port } = new URL(`http://${request.url}`);
    const refusal = refuses?.(hostname);
    if (refusal !== undefined) {
      refuse(refusal);
      return;
    }
    const upstream = connect(Number(port), resolvesToHere ? '127.0.0.1' : hostname, () => {
      tunnels.push(`${hostname}:${port}`);
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('error', () => upstream.destroy());
  });
  const served = await serve(server);
  return { url: `http://127.0.0.1:${served.port}`, tunnels: () => [...tunnels], close: served.close };
}
