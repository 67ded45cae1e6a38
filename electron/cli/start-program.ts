import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { type Failure, failure } from '../core/failure.ts';
import { failed, ok, type Result } from '../core/result.ts';
import { isListening } from './program-client.ts';
import { parseLaunchRecord, startCommand, startEnvironment } from './start-plan.ts';

/** A cold start on a slow machine takes a few seconds. */
const START_LIMIT_MS = 30_000;
const LOOK_EVERY_MS = 40;

export interface StartOptions {
  readonly launchRecord: string;
  readonly socketPath: string;
  readonly cloneStart: readonly [node: string, script: string] | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
}

/** Starts the program hidden, detached from the caller, and resolves when it listens. */
export async function startProgram(options: StartOptions): Promise<Result<void>> {
  const { launchRecord, socketPath, cloneStart, platform } = options;
  const record = parseLaunchRecord(await readFile(launchRecord, 'utf8').catch(() => ''));
  const command = startCommand({ record, cloneStart, isRoot: process.getuid?.() === 0, exists: existsSync });
  if (!command) return failed(notFound());
  const env = startEnvironment(options.env, record);
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return failed(noDisplay());

  const [program = '', ...parameters] = command;
  // Its output is nobody's: a caller's pipe would stay open as long as the program runs.
  const child = spawn(program, parameters, { env, detached: true, stdio: 'ignore', windowsHide: true });
  let ended: Failure | undefined;
  child.once('error', () => {
    ended = couldNotStart('it cannot be run');
  });
  child.once('exit', (code, signal) => {
    // 0: another caller was faster, and its program will listen.
    if (code !== 0) ended = couldNotStart(`it ended with ${signal ?? `status ${code}`}`);
  });
  child.unref();

  for (const until = performance.now() + START_LIMIT_MS; performance.now() < until; ) {
    if (await isListening(socketPath)) return ok(undefined);
    if (ended) return failed(ended);
    await delay(LOOK_EVERY_MS);
  }
  return failed(couldNotStart(`it does not answer after ${START_LIMIT_MS / 1_000} seconds`));
}

function notFound(): Failure {
  return failure(
    'program-unreachable',
    'Rolecall is not running, and this command does not know where it is.',
    'Start Rolecall once from the desktop (in a clone: npm start), then try again.',
  );
}

function noDisplay(): Failure {
  return failure(
    'program-unreachable',
    'Rolecall is not running, and there is no display here to start it on.',
    'Start Rolecall on the desktop, then try again.',
  );
}

function couldNotStart(why: string): Failure {
  return failure(
    'program-unreachable',
    `Rolecall could not be started: ${why}.`,
    'Start Rolecall from the desktop (in a clone: npm start) to see why, then try again.',
  );
}
