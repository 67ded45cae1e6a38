import { isMain } from './lib/is-main.mjs';
import { mainly, say } from './lib/say.mjs';
import { setUpDependencies } from './setup/dependencies.mjs';
import { describeRuntime, setUpRuntime } from './setup/runtime.mjs';
import { setUpSystem } from './setup/system.mjs';

/**
 * Makes this clone ready to run; does nothing where nothing is to do.
 *
 * @param {{ desktop?: boolean, retryRelease?: boolean }} [options] `desktop`: also the display, session bus,
 *   keychain and tray host that tests and the demo start for themselves
 */
export async function setUp({ desktop = true, retryRelease = false } = {}) {
  await setUpSystem({ desktop });
  await setUpDependencies();
  return setUpRuntime({ retryRelease });
}

if (isMain(import.meta.url)) {
  await mainly(async () => {
    const runtime = await setUp({ retryRelease: process.argv.includes('--retry-release') });
    say(`ready, on ${describeRuntime(runtime)} in ${runtime.folder}`);
  });
}
