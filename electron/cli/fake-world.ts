import { type Failure, failure } from '../core/failure.ts';
import { failed, ok, type Result } from '../core/result.ts';
import { runCli } from './run-cli.ts';
import type { CliWorld, ProgramClient, SocketCall } from './world.ts';

export interface FakeOptions {
  /** What the program answers with, by call. */
  readonly answers?: Partial<Record<SocketCall, unknown>>;
  readonly failures?: Partial<Record<SocketCall, Failure>>;
  readonly running?: boolean;
  readonly stdin?: string;
  /** A person sits at a terminal and types `stdin`, line by line. */
  readonly terminal?: boolean;
  readonly env?: Record<string, string>;
  readonly now?: number;
}

/** Runs a command line against a program that answers as told; hands back all that was seen and sent. */
export async function runFake(argv: string[], options: FakeOptions = {}) {
  const { answers = {}, failures = {}, running = true, stdin = '', terminal = false, env = {}, now = 0 } = options;
  const sent: { name: string; input: unknown }[] = [];
  const asked: string[] = [];
  let started = !running ? 0 : undefined;
  let stdout = '';
  let stderr = '';
  const lines = stdin.split('\n');

  const answer = async (name: SocketCall, input: unknown): Promise<Result<unknown>> => {
    sent.push({ name, input });
    const refusal = failures[name];
    if (refusal) return failed(refusal);
    if (!(name in answers)) return failed(failure('internal', `no answer for ${name}`, 'Teach the fake.'));
    return ok(answers[name]);
  };
  const program = {
    call: (name: SocketCall, input: unknown) => {
      if (started !== undefined) started += 1;
      return answer(name, input);
    },
    callIfRunning: async (name: SocketCall, input: unknown) => (running ? answer(name, input) : undefined),
  } as unknown as ProgramClient;

  const ask = async (question: string) => {
    asked.push(question);
    return lines.shift() ?? '';
  };
  const world: CliWorld = {
    program,
    stdin: { isTTY: terminal, readLine: async () => lines.shift() ?? '', prompt: ask, promptHidden: ask },
    stdout: {
      isTTY: terminal,
      write: (text) => {
        stdout += text;
      },
    },
    stderr: {
      isTTY: terminal,
      write: (text) => {
        stderr += text;
      },
    },
    env,
    auditEnd: async () => ok(undefined),
    home: '/nowhere',
    version: '1.2.3',
    now: () => now,
    after: () => () => undefined,
  };
  const status = await runCli(argv, world);
  return { status, stdout, stderr, sent, asked, started: started ?? 0 };
}
