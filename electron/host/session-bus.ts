import { execFile } from 'node:child_process';

/** A call on the session bus. All its arguments are strings. */
export interface BusQuestion {
  readonly to: string;
  readonly object: string;
  readonly interface: string;
  readonly method: string;
  readonly args?: readonly string[];
}

/** `no-answer`: nobody has the name, or does not answer in time, or there is no bus. `no-tool`: nothing here can ask. */
export type BusAnswer =
  | { readonly is: 'answer'; readonly text: string }
  | { readonly is: 'no-answer' }
  | { readonly is: 'no-tool' };

export type AskSessionBus = (question: BusQuestion) => Promise<BusAnswer>;

/** The program's output; empty when it failed, `undefined` when it does not exist. */
export type Run = (program: string, parameters: readonly string[]) => Promise<string | undefined>;

/** Long enough for a service that the bus has to start first. */
const TIMEOUT_SECONDS = 3;

/**
 * Asks by a tool that comes with the desktop, as a process of its own: a service
 * that hangs keeps that one waiting, and never this program. The answer is in the
 * tool's own notation.
 */
export const askSessionBus: AskSessionBus = (question) => askWith(runProgram, question);

export async function askWith(run: Run, question: BusQuestion): Promise<BusAnswer> {
  for (const [program, parameters] of asked(question)) {
    const text = await run(program, parameters);
    // Not there: ask with the next one.
    if (text !== undefined) return text === '' ? { is: 'no-answer' } : { is: 'answer', text };
  }
  return { is: 'no-tool' };
}

/** Of a Debian desktop one of them is always there. */
function asked({ to, object, interface: interfaceName, method, args = [] }: BusQuestion) {
  const member = `${interfaceName}.${method}`;
  const strings = args.map((arg) => `string:${arg}`);
  const timeoutMs = TIMEOUT_SECONDS * 1_000;
  const signature = args.length === 0 ? [] : ['s'.repeat(args.length), ...args];
  return [
    ['gdbus', ['call', '--session', `--timeout=${TIMEOUT_SECONDS}`, '-d', to, '-o', object, '-m', member, ...args]],
    [
      'dbus-send',
      ['--session', '--print-reply', `--reply-timeout=${timeoutMs}`, `--dest=${to}`, object, member, ...strings],
    ],
    ['busctl', ['--user', `--timeout=${TIMEOUT_SECONDS}`, 'call', to, object, interfaceName, method, ...signature]],
  ] as const;
}

function runProgram(program: string, parameters: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const timeout = (TIMEOUT_SECONDS + 1) * 1_000;
    execFile(program, parameters, { timeout, windowsHide: true }, (error, stdout) => {
      if (error && 'code' in error && error.code === 'ENOENT') resolve(undefined);
      else resolve(error ? '' : stdout);
    });
  });
}
