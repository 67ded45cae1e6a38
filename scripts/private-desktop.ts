import { startDesktop } from '../e2e/harness/desktop.ts';
import { run } from './lib/run.mjs';

/** Runs a command in a desktop of its own. Started by private-desktop.mjs, which says what that is. */
const words = process.argv.slice(2);
const at = words.indexOf('--');
const [command, ...args] = words.slice(at + 1);
if (at < 0 || command === undefined) throw new Error('no command after --');

const desktop = await startDesktop({ trayHost: words.slice(0, at).includes('--tray') });
try {
  // The rest of the environment (CI, ELECTRON_OVERRIDE_DIST_PATH) is the caller's; all places are the desktop's.
  const { status } = await run(command, args, { env: { ...withoutPlaces(process.env), ...desktop.env } });
  process.exitCode = status;
} finally {
  await desktop.close();
}

function withoutPlaces(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^(XDG_|AWS_|WAYLAND_DISPLAY|ROLECALL_)/.test(name)),
  );
}
