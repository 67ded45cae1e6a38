import { asUser } from './as-user.mjs';
import { isMain } from './lib/is-main.mjs';
import { run } from './lib/run.mjs';
import { mainly, Refusal } from './lib/say.mjs';

/**
 * The command line that runs a command in a desktop of its own: display, session
 * bus, unlocked keychain, fresh HOME; with `tray` a tray host, too. Nothing of it
 * outlives the command. As root, all of it runs as one unprivileged user, because
 * a session bus admits only its own.
 *
 * @param {readonly string[]} command @param {{ tray?: boolean }} [options]
 * @returns {[string, string[]]}
 */
export function inPrivateDesktop(command, { tray = false } = {}) {
  return asUser(process.execPath, [
    '--import',
    'tsx',
    'scripts/private-desktop.ts',
    ...(tray ? ['--tray'] : []),
    '--',
    ...command,
  ]);
}

if (isMain(import.meta.url)) {
  await mainly(async () => {
    const words = process.argv.slice(2);
    const at = words.indexOf('--');
    const command = at < 0 ? [] : words.slice(at + 1);
    if (command.length === 0)
      throw new Refusal('usage: node scripts/private-desktop.mjs [--tray] -- COMMAND [ARGUMENT…]');
    return (await run(...inPrivateDesktop(command, { tray: words.slice(0, at).includes('--tray') }))).status;
  });
}
