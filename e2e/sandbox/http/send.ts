import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { FaultEffect } from '../faults.ts';
import type { Answer } from './endpoint.ts';

/** Sends an answer dated by the sandbox's clock (`at`, epoch ms), slowly or in half where a fault says so. */
export async function send(
  response: ServerResponse,
  { status, headers, body }: Answer,
  at: number,
  fault: FaultEffect | undefined,
  signal: AbortSignal,
): Promise<void> {
  const bytes = Buffer.from(body);
  response.sendDate = false;
  response.writeHead(status, {
    ...headers,
    date: new Date(at).toUTCString(),
    'content-length': String(bytes.length),
  });
  if (fault?.kind === 'half-close') {
    response.write(bytes.subarray(0, bytes.length >> 1), () => response.socket?.end());
  } else if (fault?.kind === 'trickle') {
    for (const byte of bytes) {
      if (response.destroyed) return;
      response.write(Uint8Array.of(byte));
      await delay(fault.msPerByte, undefined, { signal });
    }
    response.end();
  } else {
    response.end(bytes);
  }
}
