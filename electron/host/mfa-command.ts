import { type ChildProcess, spawn } from 'node:child_process';
import { split } from 'shlex';
import { failure } from '../core/failure.ts';
import type { MfaCommand } from '../core/ports.ts';
import { failed, ok, type Result } from '../core/result.ts';

/** A password store may ask for a passphrase first; a person needs a moment for that. */
const DEADLINE_MS = 60_000;
/** A code has six digits: what prints more than this is no such command. */
const MOST_BYTES = 4_096;

/**
 * Runs `mfa_process` as the AWS CLI runs `credential_process`: its words are split as a POSIX shell would, and there
 * is no shell, so nothing in them is expanded, piped or substituted. It has no standard input, and what it says on
 * standard error is thrown away: it could be a secret.
 * @see docs/decisions/0012-mfa-process.md
 */
export function createMfaCommand({
  deadlineMs = DEADLINE_MS,
  env = process.env,
}: {
  readonly deadlineMs?: number;
  readonly env?: NodeJS.ProcessEnv;
} = {}): MfaCommand {
  return (command, { profile, signal }) => {
    const words = wordsOf(command);
    const [program, ...parameters] = words ?? [];
    if (!program) return Promise.resolve(failed(unreadable(profile)));
    if (signal.aborted) return Promise.resolve(failed(cancelled(profile)));

    return new Promise<Result<string>>((resolve) => {
      let printed = '';
      // A group of its own: what it starts ends with it.
      const child = spawn(program, parameters, {
        stdio: ['ignore', 'pipe', 'ignore'],
        env,
        detached: process.platform !== 'win32',
        windowsHide: true,
      });
      const finish = (result: Result<string>) => {
        clearTimeout(timer);
        signal.removeEventListener('abort', giveUp);
        endGroup(child);
        resolve(result);
      };
      const giveUp = () => finish(failed(cancelled(profile)));
      const timer = setTimeout(() => finish(failed(tooSlow(profile, deadlineMs))), deadlineMs);
      signal.addEventListener('abort', giveUp, { once: true });
      child.stdout.setEncoding('utf8');
      child.stdout.on('data', (chunk: string) => {
        printed += chunk;
        if (printed.length > MOST_BYTES) finish(failed(tooMuch(profile)));
      });
      child.once('error', (error: NodeJS.ErrnoException) => finish(failed(notStarted(profile, error.code))));
      child.once('close', (status, killedBy) =>
        finish(status === 0 ? ok(printed) : failed(exited(profile, status ?? killedBy ?? 'unknown'))),
      );
    });
  };
}

/** `undefined` for quotes that do not close. */
function wordsOf(command: string): string[] | undefined {
  try {
    return split(command);
  } catch {
    return undefined;
  }
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}

const remedy = 'Enter a code yourself, and correct mfa_process in the profile.';

function mfaProcess(profile: string, what: string) {
  return failure('mfa-process', `The command of "${profile}" that gives MFA codes ${what}.`, remedy, { profile });
}

const unreadable = (profile: string) => mfaProcess(profile, 'is empty, or has a quote that does not close');
const tooSlow = (profile: string, ms: number) =>
  mfaProcess(profile, `did not end within ${Math.round(ms / 1000)} seconds`);
const tooMuch = (profile: string) => mfaProcess(profile, 'printed much more than a code');
const exited = (profile: string, status: number | string) => mfaProcess(profile, `ended with status ${status}`);

function notStarted(profile: string, code: string | undefined) {
  return mfaProcess(profile, code === 'ENOENT' ? 'was not found' : `could not be started (${code ?? 'unknown'})`);
}

function cancelled(profile: string) {
  return failure('cancelled', 'The request was cancelled.', 'Ask again when you want to.', { profile });
}
