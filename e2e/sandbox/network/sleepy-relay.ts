import { connect, createServer, type Socket } from 'node:net';
import { serve } from './serve.ts';

export interface SleepyRelay {
  readonly url: string;
  /** The computer sleeps: what is connected now stays so, and nothing comes through it ever again. New connections work. */
  freeze(): void;
  close(): Promise<void>;
}

/** Stands between a program and an endpoint, and loses connections as a sleep or a change of network does: without a word. */
export async function startSleepyRelay(plainUrl: string): Promise<SleepyRelay> {
  const { port } = new URL(plainUrl);
  const pairs = new Set<readonly [Socket, Socket]>();
  const server = createServer((client) => {
    const upstream = connect(Number(port), '127.0.0.1');
    const pair = [client, upstream] as const;
    pairs.add(pair);
    const end = () => {
      pairs.delete(pair);
      upstream.destroy();
      client.destroy();
    };
    for (const socket of pair) socket.on('error', end).on('close', end);
    client.pipe(upstream).pipe(client);
  });
  const served = await serve(server);
  return {
    url: `http://127.0.0.1:${served.port}`,
    freeze() {
      for (const [client, upstream] of pairs) {
        client.unpipe(upstream);
        upstream.unpipe(client);
        client.pause();
        upstream.pause();
      }
    },
    async close() {
      for (const [, upstream] of pairs) upstream.destroy();
      await served.close();
    },
  };
}
