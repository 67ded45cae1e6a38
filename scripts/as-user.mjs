import { spawnSync } from 'node:child_process';
import { isMain } from './lib/is-main.mjs';
import { run } from './lib/run.mjs';
import { mainly, Refusal } from './lib/say.mjs';

/**
 * Chromium refuses to run as root unless its sandbox is given up, and root can
 * write where nobody may, so permission tests would prove nothing. So when root
 * starts us (containers, CI), what we start runs in a user namespace as an
 * ordinary user: root's files appear as its own, and no other right is left.
 * 5 is Debian's `games`: an id that has a passwd entry, which D-Bus asks for.
 */
const namespace = ['--user', '--map-user=5', '--map-group=60'];

/**
 * A command line that runs `command` as an unprivileged user; unchanged unless
 * we are root on Linux.
 *
 * @param {string} command @param {readonly string[]} args
 * @param {{ uid?: number, tryNamespace?: () => { status: number | null, stderr: string } }} [world]
 * @returns {[string, string[]]}
 * @throws {Refusal} when root may not open a user namespace here
 */
export function asUser(command, args, world = {}) {
  const uid = world.uid ?? (process.platform === 'linux' ? process.getuid?.() : undefined);
  if (uid !== 0) return [command, [...args]];
  const { status, stderr } = (world.tryNamespace ?? tryNamespace)();
  if (status !== 0) throw new Refusal(refusal(stderr));
  return ['unshare', [...namespace, '--', command, ...args]];
}

function tryNamespace() {
  const { status, stderr, error } = spawnSync('unshare', [...namespace, '--', 'true'], { encoding: 'utf8' });
  return { status, stderr: error ? error.message : stderr };
}

/** @param {string} reason */
function refusal(reason) {
  return `Rolecall keeps Chromium's sandbox on and so does not run as root, and this system does not let root start it as an unprivileged user (${reason.trim()}).
Either start this as an ordinary user, or allow user namespaces: in Docker \`--security-opt seccomp=unconfined\`, on a host \`sysctl -w user.max_user_namespaces=15000\`.`;
}

if (isMain(import.meta.url)) {
  await mainly(async () => {
    const [command, ...args] = process.argv.slice(2);
    if (!command) throw new Refusal('usage: node scripts/as-user.mjs COMMAND [ARGUMENT…]');
    return (await run(...asUser(command, args))).status;
  });
}
