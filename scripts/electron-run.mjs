import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { asUser } from './as-user.mjs';
import { isMain } from './lib/is-main.mjs';
import { root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { mainly, Refusal } from './lib/say.mjs';
import { executable, presentRuntime, runtimeEnv } from './setup/runtime.mjs';

/**
 * Runs the built program on the runtime that is set up, with the sandbox on.
 *
 * @param {readonly string[]} args what the program is given after its folder
 */
export async function runElectron(args = []) {
  const runtime = presentRuntime();
  if (!runtime) throw new Refusal('no Electron is set up yet: npm run setup');
  const program = executable(runtime);
  const remedy = sandboxRemedy(runtime.folder);
  if (remedy) throw new Refusal(remedy);
  const { status } = await run(...asUser(program, [root, ...args]), { env: runtimeEnv(runtime) });
  return status;
}

/**
 * Chromium needs user namespaces or its setuid helper; without both it ends with
 * a message that few can act upon. Ubuntu 24.04 is such a place.
 *
 * @param {string} folder
 * @returns {string | undefined} what to do about it
 */
function sandboxRemedy(folder) {
  if (process.platform !== 'linux' || process.getuid?.() === 0) return undefined;
  if (spawnSync('unshare', ['--user', '--map-root-user', 'true']).status === 0) return undefined;
  const helper = join(folder, 'chrome-sandbox');
  const { uid, mode } = statSync(helper);
  if (uid === 0 && (mode & 0o4000) !== 0) return undefined;
  return `this system forbids the user namespaces that Chromium's sandbox is made of. Give its helper the rights it needs instead, once:

  sudo chown root:root ${helper} && sudo chmod 4755 ${helper}
`;
}

if (isMain(import.meta.url)) await mainly(() => runElectron(process.argv.slice(2)));
