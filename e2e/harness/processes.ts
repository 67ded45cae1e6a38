import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly input?: string;
  readonly interrupt?: AbortSignal;
  /** Instead of `input`: the line to answer with once the command has said enough for it. */
  readonly reply?: (said: Omit<Ran, 'status'>) => Promise<string | undefined>;
}

/** Runs a command to its end and hands back all it said; never rejects for a bad status. */
export async function run(
  command: string,
  args: readonly string[],
  options: Pick<SpawnOptions, 'env' | 'cwd'> & RunOptions = {},
): Promise<Ran> {
  const { input, interrupt, reply, ...rest } = options;
  const child = spawn(command, args, { ...rest, stdio: ['pipe', 'pipe', 'pipe'] });
  // What Ctrl+C does.
  interrupt?.addEventListener('abort', () => child.kill('SIGINT'), { once: true });
  const text = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text.stdout += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    text.stderr += chunk;
  });
  // A command that ends without reading its input is no fault of the caller's.
  child.stdin.on('error', () => undefined);
  if (reply) void answer(child.stdin, () => reply(text));
  else child.stdin.end(input ?? '');
  const [status] = (await once(child, 'close')) as [number | null];
  return { status: status ?? 255, ...text };
}

/** Types the reply as soon as there is one. */
async function answer(stdin: NodeJS.WritableStream, reply: () => Promise<string | undefined>): Promise<void> {
  // Nobody is answered after the end; the caller sees the status then.
  const line = await until('something to reply to', reply).catch(() => '');
  stdin.end(`${line}\n`);
}

/** Ends a process that we started and waits until it is gone. */
export async function end(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  const hard = setTimeout(() => child.kill('SIGKILL'), 5000);
  await gone;
  clearTimeout(hard);
}

/** Asks again every 50 ms until the answer is neither undefined nor false; throws with `what` when time is up. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined | false> | T | undefined | false,
  timeoutMs = 30_000,
): Promise<T> {
  const endAt = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > endAt) throw new Error(`waited ${timeoutMs} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
