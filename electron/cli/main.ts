/** The `rolecall` command: wires the command line to the terminal and the running program. */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { version } from '../../package.json';
import { createClock } from '../host/clock.ts';
import { type LaunchRecord, readLaunchRecord } from '../host/launch-record.ts';
import { placesOf } from '../host/places.ts';
import { startProgram } from '../host/start-program.ts';
import { createProgramClient } from './program-client.ts';
import { programNeverRan } from './program-never-ran.ts';
import { runCli } from './run-cli.ts';
import { createTerminal } from './terminal.ts';

const places = placesOf({ env: process.env, platform: process.platform, home: homedir() });
const clock = createClock();

/** In a clone, the script that finds the runtime and, for root, another user. */
function cloneRecord(): LaunchRecord | undefined {
  const script = path.join(import.meta.dirname, '..', 'scripts', 'electron-run.mjs');
  return existsSync(script) ? { command: [process.execPath, script, '--hidden'], environment: {} } : undefined;
}

async function start() {
  // Electron does not run as root; the script starts it as somebody else.
  const recorded = process.getuid?.() === 0 ? undefined : await readLaunchRecord(places.launchRecord);
  const record = recorded ?? cloneRecord();
  return record ? startProgram({ record, socketPath: places.socket, env: process.env }) : programNeverRan();
}

const parameters = process.argv.slice(process.argv[2] === '--cli' ? 3 : 2);
process.exitCode = await runCli(parameters, {
  program: createProgramClient({ socketPath: places.socket, start }),
  stdin: createTerminal(process.stdin, process.stderr),
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  version,
  now: clock.now,
  after: clock.after,
});
