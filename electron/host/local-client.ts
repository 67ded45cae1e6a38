import { stat } from 'node:fs/promises';
import { request } from 'node:http';
import * as v from 'valibot';
import type { CallInput, CallName, CallOutput } from '../core/contract.ts';
import { calls } from '../core/contract.ts';
import { type Failure, FailureSchema, failure } from '../core/failure.ts';
import type { Signal } from '../core/ports.ts';
import { failed, ok, type Result } from '../core/result.ts';

const AnswerSchema = v.variant('ok', [
  v.object({ ok: v.literal(true), value: v.unknown() }),
  v.object({ ok: v.literal(false), failure: FailureSchema }),
]);

/**
 * Makes one call to the running program. Waits as long as the program does
 * (a person may be typing a code) unless `signal` ends it: then `cancelled`.
 * Fails with `program-unreachable` when no program of this user answers there.
 */
export async function callProgram<N extends CallName>(
  socketPath: string,
  name: N,
  input: CallInput<N>,
  signal?: Signal,
): Promise<Result<CallOutput<N>>> {
  if (!(await isOurs(socketPath))) return failed(unreachable());
  const answer = await exchange(socketPath, `/call/${name}`, JSON.stringify(input), signal);
  if (!answer.ok) return answer;
  const parsed = v.safeParse(AnswerSchema, parseJson(answer.value));
  if (!parsed.success) return failed(unreadable());
  if (!parsed.output.ok) return parsed.output;
  const value = v.safeParse(calls[name].output, parsed.output.value);
  return value.success ? ok(value.output as CallOutput<N>) : failed(unreadable());
}

/** Somebody else's socket would be given the request, and a code with it. */
async function isOurs(path: string): Promise<boolean> {
  if (path.startsWith('\\\\.\\pipe\\')) return true;
  const is = await stat(path).catch(() => undefined);
  return is?.isSocket() === true && is.uid === process.getuid?.();
}

function exchange(socketPath: string, path: string, body: string, signal?: Signal): Promise<Result<string>> {
  return new Promise((resolve) => {
    const sent = request(
      {
        socketPath,
        path,
        method: 'POST',
        agent: false,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', () => finish(failed(interrupted())));
        response.on('end', () => finish(ok(Buffer.concat(chunks).toString('utf8'))));
      },
    );
    const onAbort = () => {
      finish(failed(failure('cancelled', 'The request was cancelled.', 'Ask again when you want to.')));
      sent.destroy();
    };
    function finish(result: Result<string>) {
      signal?.removeEventListener('abort', onAbort);
      resolve(result);
    }
    sent.on('error', (error) => {
      const code = 'code' in error ? error.code : undefined;
      const nobody = code === 'ECONNREFUSED' || code === 'ENOENT' || code === 'EACCES';
      finish(failed(nobody ? unreachable() : interrupted()));
    });
    if (signal?.aborted) onAbort();
    else {
      signal?.addEventListener('abort', onAbort, { once: true });
      sent.end(body);
    }
  });
}

function unreachable(): Failure {
  return failure('program-unreachable', 'Rolecall is not running.', 'Start Rolecall, then try again.');
}

function interrupted(): Failure {
  return failure('program-unreachable', 'Rolecall quit before it answered.', 'Start Rolecall, then try again.');
}

function unreadable(): Failure {
  return failure(
    'program-unreachable',
    'Rolecall gave an answer that this command does not understand.',
    'The command and the program are of different versions: quit Rolecall and start it again.',
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
