import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { FaultEffect, Faults } from '../faults.ts';
import { AwsError } from '../protocol/aws-error.ts';
import { type RecordedRequest, type RequestLog, withoutSecrets } from '../request-log.ts';
import { splitTarget, type WireRequest } from '../signature/canonical-request.ts';
import { header } from '../signature/verify.ts';
import type { SandboxClock } from '../state/clock.ts';
import type { Answer, Endpoint } from './endpoint.ts';
import { send } from './send.ts';

const maxBodyBytes = 1024 * 1024;

export interface Listener {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves one endpoint on a free port of 127.0.0.1. */
export async function listen(
  endpoint: Endpoint,
  parts: { readonly clock: SandboxClock; readonly faults: Faults; readonly log: RequestLog },
): Promise<Listener> {
  const closing = new AbortController();

  async function serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await readRequest(message);
    const record = recordOf(endpoint, request, parts.clock.now());
    parts.log.add(record);
    const fault = parts.faults.take(record.service, record.action);
    if (fault) record.fault = fault.kind;

    if (fault?.kind === 'latency') await delay(fault.delayMs, undefined, { signal: closing.signal });
    if (stopsHere(fault, 'before', message)) return;
    const answer = answerTo(endpoint, request, record, fault);
    if (stopsHere(fault, 'after', message)) return;
    record.status = answer.status;
    await send(response, answer, parts.clock.now(), fault, closing.signal);
  }

  const server = createServer((message, response) => {
    // Only an aborted body or the closing of the sandbox rejects: there is nobody left to answer.
    serve(message, response).catch(() => message.socket.destroy());
  });
  await started(server);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        closing.abort();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function started(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve());
  });
}

async function readRequest(message: IncomingMessage): Promise<WireRequest> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of message) {
    bytes += chunk.length;
    if (bytes > maxBodyBytes) throw new Error('The body is too long.');
    chunks.push(chunk);
  }
  const headers: [string, string][] = [];
  for (let i = 0; i + 1 < message.rawHeaders.length; i += 2) {
    headers.push([message.rawHeaders[i] ?? '', message.rawHeaders[i + 1] ?? '']);
  }
  return { method: message.method ?? '', target: message.url ?? '/', headers, body: Buffer.concat(chunks) };
}

function recordOf(endpoint: Endpoint, request: WireRequest, at: number): RecordedRequest {
  const { action, parameters } = endpoint.describe(request);
  const [, accessKeyId, , region] =
    /Credential=([^/]+)\/(\d+)\/([^/]+)\//.exec(header(request, 'authorization') ?? '') ?? [];
  return {
    at,
    requestId: randomUUID(),
    service: endpoint.service,
    action,
    method: request.method,
    path: splitTarget(request.target).path,
    accessKeyId,
    region,
    userAgent: header(request, 'user-agent'),
    parameters: withoutSecrets(parameters),
  };
}

/** Carries out the faults that end a connection without an answer. */
function stopsHere(fault: FaultEffect | undefined, moment: 'before' | 'after', message: IncomingMessage): boolean {
  if (fault?.kind !== 'drop' && fault?.kind !== 'hang') return false;
  if ((fault.when ?? 'before') !== moment) return false;
  if (fault.kind === 'drop') message.socket.resetAndDestroy();
  return true;
}

function answerTo(
  endpoint: Endpoint,
  request: WireRequest,
  record: RecordedRequest,
  fault: FaultEffect | undefined,
): Answer {
  try {
    if (fault?.kind === 'throttle') throw new AwsError(400, 'Throttling', 'Rate exceeded');
    if (fault?.kind === 'error') throw new AwsError(fault.status, fault.code, fault.message);
    return endpoint.answer(request, record.requestId);
  } catch (error) {
    const refusal = error instanceof AwsError ? error : bug(error);
    record.errorCode = refusal.code;
    return endpoint.refusal(refusal, record.requestId, request);
  }
}

/** A bug of the sandbox is shown to whoever runs it, and is AWS's 500 to the client. */
function bug(error: unknown): AwsError {
  console.error(error);
  return new AwsError(500, 'InternalFailure', 'The sandbox failed; its output says why.');
}
