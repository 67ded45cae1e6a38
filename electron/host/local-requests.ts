import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Asker } from '../core/asker.ts';
import { calls } from '../core/contract.ts';
import { failure } from '../core/failure.ts';
import { failed, type Result } from '../core/result.ts';
import type { Asking } from './asker-of.ts';
import type { HandleCall } from './local-socket.ts';

const maxBodyBytes = 64 * 1024;
const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', connection: 'close' };

interface Serving {
  readonly handle: HandleCall;
  readonly whoAsks: () => Promise<Asking & Pick<Asker, 'uid'>>;
  /** The request is here, whole: from now on the person may take their time. */
  readonly arrived: () => void;
}

/**
 * `POST /call/<name>` with a JSON body → 200 with a `Result` as JSON.
 * `GET /credentials?profile=` → 200 with the JSON of `credential_process`, or
 * 403/500 with message and remedy as text, one line each: what a script can
 * pass on without parsing. Anything else is the same empty 404.
 */
export async function answer(request: IncomingMessage, response: ServerResponse, serving: Serving): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const body = await bodyOf(request);
  if (body === undefined) return refuse(response, 413);
  serving.arrived();

  // No browser speaks to this socket; what carries a page's origin is not ours.
  if (request.headers.origin !== undefined || request.headers.referer !== undefined) return refuse(response, 404);
  const url = URL.canParse(`http://rolecall${request.url}`) ? new URL(`http://rolecall${request.url}`) : undefined;
  const run = async (name: string, input: unknown): Promise<Result<unknown>> => {
    const through: Asker['through'] = name === 'credentials' ? 'credential-process' : 'command';
    const asker: Asker = { through, ...(await serving.whoAsks()) };
    return serving.handle(name, input, { asker, signal: gone.signal });
  };

  if (request.method === 'GET' && url?.pathname === '/credentials') {
    const profile = url.searchParams.get('profile');
    return text(response, await run('credentials', profile === null ? {} : { profile }));
  }
  const name = request.method === 'POST' ? /^\/call\/([A-Za-z]{1,64})$/.exec(url?.pathname ?? '')?.[1] : undefined;
  if (name === undefined || !isSocketCall(name)) return refuse(response, 404);
  const input = parsed(body);
  json(response, input.ok ? await run(name, input.value) : input);
}

function isSocketCall(name: string): boolean {
  return Object.entries(calls).some(([each, { doors }]) => each === name && doors.some((door) => door === 'socket'));
}

/** `undefined` when it is longer than anything a call takes. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > maxBodyBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(body: string): Result<unknown> {
  try {
    return { ok: true, value: body === '' ? {} : JSON.parse(body) };
  } catch {
    return failed(failure('bad-input', 'The request is not JSON.', 'Use the rolecall command.'));
  }
}

function json(response: ServerResponse, result: Result<unknown>): void {
  response.writeHead(200, { ...headers, 'content-type': 'application/json' }).end(JSON.stringify(result));
}

function text(response: ServerResponse, result: Result<unknown>): void {
  if (result.ok) {
    response
      .writeHead(200, { ...headers, 'content-type': 'application/json' })
      .end(`${JSON.stringify(result.value)}\n`);
    return;
  }
  response
    .writeHead(result.failure.kind === 'internal' ? 500 : 403, {
      ...headers,
      'content-type': 'text/plain; charset=utf-8',
    })
    .end(`${result.failure.message}\n${result.failure.remedy}\n`);
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, headers).end();
}
