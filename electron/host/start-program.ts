import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { failure } from '../core/failure.ts';
import { failed, ok, type Result } from '../core/result.ts';
import type { LaunchRecord } from './launch-record.ts';

export interface StartProgramOptions {
  readonly record: LaunchRecord;
  readonly socketPath: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Until the socket answers; 20 s unless given. */
  readonly deadlineMs?: number;
}

const LOOK_AGAIN_MS = 25;

/**
 * Starts the program hidden, as a process of its own that outlives the caller,
 * and waits until its socket answers. Fails with `program-unreachable`.
 */
export async function startProgram({
  record,
  socketPath,
  env,
  deadlineMs = 20_000,
}: StartProgramOptions): Promise<Result<void>> {
  const [program = '', ...parameters] = record.command;
  let ended: string | undefined;
  const child = spawn(program, parameters, {
    detached: true,
    stdio: 'ignore',
    env: { ...env, ELECTRON_RUN_AS_NODE: undefined, ...record.environment },
  });
  child.once('error', (error) => {
    ended = 'code' in error ? String(error.code) : error.name;
  });
  child.once('exit', (code, signal) => {
    ended = `status ${code ?? signal}`;
  });
  child.unref();

  const giveUpAt = performance.now() + deadlineMs;
  while (performance.now() < giveUpAt) {
    if (await isListening(socketPath)) return ok(undefined);
    // 0: another Rolecall runs or starts already, and it is that one's socket that will answer.
    if (ended !== undefined && ended !== 'status 0') return failed(unreachable(`it ended at once (${ended})`));
    await wait(LOOK_AGAIN_MS);
  }
  return failed(unreachable(`it did not answer within ${Math.round(deadlineMs / 1000)} s`));
}

/** Whether somebody accepts connections on a socket. */
export function isListening(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketPath);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

function unreachable(why: string) {
  return failure(
    'program-unreachable',
    `Rolecall was not running, and starting it failed: ${why}.`,
    'Start Rolecall yourself, then try again; in a clone: npm start',
  );
}
