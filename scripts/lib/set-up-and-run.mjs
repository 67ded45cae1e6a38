import { asUser } from '../as-user.mjs';
import { buildIfNeeded } from '../build.mjs';
import { runtimeEnv } from '../setup/runtime.mjs';
import { setUp } from '../setup.mjs';
import { run } from './run.mjs';

/**
 * Sets up, builds and runs a TypeScript program of the project as an
 * unprivileged user; for what works in a desktop of its own.
 *
 * @param {string} file below the project's folder
 * @param {readonly string[]} args
 */
export async function setUpAndRun(file, args) {
  const runtime = await setUp();
  await buildIfNeeded();
  const { status } = await run(...asUser(process.execPath, ['--import', 'tsx', file, ...args]), {
    env: runtimeEnv(runtime),
  });
  return status;
}
