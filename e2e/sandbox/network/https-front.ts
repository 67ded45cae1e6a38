import { connect } from 'node:net';
import { createServer } from 'node:tls';
import type { CompanyCertificates } from './certificates.ts';
import { serve } from './serve.ts';

export interface HttpsFront {
  /** `https://127.0.0.1:PORT`. */
  readonly url: string;
  close(): Promise<void>;
}

/** Puts TLS with a certificate of one's own in front of a plain endpoint of the sandbox, as an inspecting proxy does. */
export async function startHttpsFront(plainUrl: string, { key, cert }: CompanyCertificates): Promise<HttpsFront> {
  const { port } = new URL(plainUrl);
  const server = createServer({ key, cert }, (client) => {
    const upstream = connect(Number(port), '127.0.0.1');
    upstream.on('error', () => client.destroy());
    client.on('error', () => upstream.destroy());
    client.pipe(upstream).pipe(client);
  });
  const served = await serve(server);
  return { url: `https://127.0.0.1:${served.port}`, close: served.close };
}
