import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { failure } from '../core/failure.ts';
import { failed, ok, type Result } from '../core/result.ts';
import type { AnswerListener } from '../core/sso/ports.ts';
import { answerPage } from './browser-answer-page.ts';

/**
 * Listens on literal 127.0.0.1 for the one answer of the browser after a sign-in.
 * Only GET of exactly `path`, with exactly this Host and the right `state`, counts;
 * everything else gets an empty refusal and changes nothing. The listener is gone
 * after the answer, a cancel, or `close`.
 */
export function createAnswerListener(path: string): AnswerListener {
  return {
    listen(state, signal) {
      let settle: (answer: Result<string>) => void = () => {};
      const code = new Promise<Result<string>>((resolve) => {
        settle = resolve;
      });
      const server = createServer({ maxHeaderSize: 16 * 1024, requestTimeout: 5_000, keepAlive: false });
      server.maxConnections = 16;
      const close = () => {
        signal.removeEventListener('abort', cancel);
        server.close();
        server.closeIdleConnections();
      };
      const cancel = () => {
        settle(failed(cancelled()));
        close();
        server.closeAllConnections();
      };
      server.on('request', (request: IncomingMessage, response: ServerResponse) => {
        const { port } = server.address() as AddressInfo;
        const answer = answerIn(request, `127.0.0.1:${port}`, path, state);
        if (!answer) return refuse(response);
        const page = answerPage(answer.ok ? 'given' : 'refused');
        // Browsers open connections ahead that they may never use; nobody would close those.
        response.writeHead(200, page.headers).end(page.html, () => server.closeAllConnections());
        settle(answer);
        close();
      });
      return new Promise((resolve) => {
        server.on('error', () => resolve(failed(noListener())));
        // Never `localhost`: that may lead elsewhere, also to other machines' addresses.
        server.listen(0, '127.0.0.1', () => {
          const { port } = server.address() as AddressInfo;
          if (signal.aborted) cancel();
          else signal.addEventListener('abort', cancel, { once: true });
          resolve(ok({ redirectUri: `http://127.0.0.1:${port}${path}`, code, close }));
        });
      });
    },
  };
}

function answerIn(request: IncomingMessage, host: string, path: string, state: string): Result<string> | undefined {
  const hosts = request.rawHeaders.filter(
    (_, index) => index % 2 === 0 && /^host$/i.test(request.rawHeaders[index] ?? ''),
  );
  if (request.method !== 'GET' || hosts.length !== 1 || request.headers.host !== host) return undefined;
  // A navigation of the browser brings none of these; a page that fetches does.
  if (request.headers.origin !== undefined || !request.url?.startsWith(`${path}?`)) return undefined;
  const query = new URLSearchParams(request.url.slice(path.length + 1));
  const only = (name: string) => (query.getAll(name).length === 1 ? query.get(name) : null);
  if (!sameText(only('state') ?? '', state)) return undefined;
  const code = only('code');
  if (code) return ok(code);
  return query.has('error') ? failed(refusedThere()) : undefined;
}

/** In constant time, whatever the lengths. */
function sameText(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

function refuse(response: ServerResponse): void {
  response.writeHead(403, { 'Content-Length': '0', Connection: 'close', 'Cache-Control': 'no-store' }).end();
}

function refusedThere() {
  return failure('sign-in-refused', 'The sign-in was refused in the browser.', 'Start it again, and choose "Allow".');
}

function cancelled() {
  return failure('cancelled', 'The sign-in was cancelled.', 'Start it again when you want to.');
}

function noListener() {
  return failure(
    'internal',
    'Rolecall could not listen for the browser’s answer on this computer.',
    'Sign in with a code instead: rolecall sso login --device',
  );
}
