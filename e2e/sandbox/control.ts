import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as v from 'valibot';
import { callControl } from './identity-center/control-call.ts';
import type { Sandbox } from './sandbox.ts';

const when = v.optional(v.picklist(['before', 'after']));
const target = {
  service: v.optional(v.string()),
  action: v.optional(v.string()),
  times: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
};
const ms = v.pipe(v.number(), v.minValue(0));
const FaultSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('latency'), delayMs: ms, ...target }),
  v.strictObject({ kind: v.literal('throttle'), ...target }),
  v.strictObject({
    kind: v.literal('error'),
    status: v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(599)),
    code: v.string(),
    message: v.string(),
    ...target,
  }),
  v.strictObject({ kind: v.literal('drop'), when, ...target }),
  v.strictObject({ kind: v.literal('hang'), when, ...target }),
  v.strictObject({ kind: v.literal('half-close'), ...target }),
  v.strictObject({ kind: v.literal('trickle'), msPerByte: ms, ...target }),
]);
const FaultsSchema = v.union([v.strictObject({ clear: v.literal(true) }), FaultSchema]);
const ClockSchema = v.union([v.strictObject({ advanceMs: v.number() }), v.strictObject({ reset: v.literal(true) })]);

/**
 * Lets tests in another process move a sandbox, on a port of its own on
 * 127.0.0.1: `POST /_control/clock` `{"advanceMs":N}` or `{"reset":true}`,
 * `POST /_control/faults` with a fault or `{"clear":true}`, `GET
 * /_control/requests`, `GET /_control/counts`, `GET /_control/totp/USER`, `GET`
 * and `POST /_control/identity-center` (`{"do":"answer-all","answer":"approve"}`;
 * all of them in `identity-center/control-call.ts`). Answers are JSON. A page in a
 * browser cannot use it: a request with an Origin is refused.
 */
export async function startControl(sandbox: Sandbox): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer(async (message, response) => {
    const { status, value } = await answer(sandbox, message).catch((error: unknown) => ({
      status: 400,
      value: { error: error instanceof Error ? error.message : 'bad request' },
    }));
    response.writeHead(status, { 'content-type': 'application/json' }).end(`${JSON.stringify(value)}\n`);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve());
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/_control`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(sandbox: Sandbox, message: IncomingMessage): Promise<{ status: number; value: unknown }> {
  if (message.headers.origin !== undefined) return { status: 403, value: { error: 'not for browsers' } };
  const userName = /^\/_control\/totp\/([\w.-]+)$/.exec(message.url ?? '')?.[1];
  if (message.method === 'GET' && userName) return { status: 200, value: { code: sandbox.totp(userName) } };
  switch (`${message.method} ${message.url}`) {
    case 'GET /_control/requests':
      return { status: 200, value: sandbox.requests() };
    case 'GET /_control/counts':
      return { status: 200, value: sandbox.counts() };
    case 'GET /_control/identity-center': {
      const { startUrl, region, pending, organization } = sandbox.identityCenter;
      return { status: 200, value: { startUrl, region, pending: pending(), organization: organization() } };
    }
    case 'POST /_control/identity-center':
      callControl(sandbox.identityCenter, await readJson(message));
      return { status: 200, value: {} };
    case 'POST /_control/clock': {
      const move = v.parse(ClockSchema, await readJson(message));
      if ('advanceMs' in move) sandbox.clock.advance(move.advanceMs);
      else sandbox.clock.reset();
      return { status: 200, value: { now: sandbox.clock.now() } };
    }
    case 'POST /_control/faults': {
      const change = v.parse(FaultsSchema, await readJson(message));
      if ('clear' in change) sandbox.faults.clear();
      else sandbox.faults.add(change);
      return { status: 200, value: {} };
    }
    default:
      return { status: 404, value: { error: `no ${message.method} ${message.url}` } };
  }
}

async function readJson(message: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}
