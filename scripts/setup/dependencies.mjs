import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';
import { npm } from '../lib/run.mjs';
import { Refusal, say } from '../lib/say.mjs';

/** @typedef {{ packages?: Record<string, { version?: string, integrity?: string, optional?: boolean, peer?: boolean, devOptional?: boolean }> }} Lock */

/**
 * Whether what is installed is what the lockfile names. npm leaves a lockfile of
 * what it installed in node_modules, written last; comparing the two needs no
 * stamp of our own and sees an install by hand, too. Packages for other
 * platforms are in the lockfile as optional, and rightly absent.
 *
 * @param {Lock} wanted @param {Lock | undefined} installed
 */
export function isInstalled(wanted, installed) {
  if (!installed?.packages) return false;
  const have = installed.packages;
  return Object.entries(wanted.packages ?? {}).every(([place, want]) => {
    if (place === '') return true;
    const got = have[place];
    if (!got) return Boolean(want.optional || want.devOptional || want.peer);
    return got.version === want.version && got.integrity === want.integrity;
  });
}

/** Whether the dependencies are another checkout's, led to by a link. @param {string} folder */
export function isBorrowed(folder) {
  return lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/** Installs the dependencies when they are not those of the lockfile. */
export async function setUpDependencies() {
  const wanted = readLock(join(root, 'package-lock.json'));
  if (!wanted) throw new Refusal('package-lock.json is missing: this is not a whole clone.');
  if (isInstalled(wanted, readLock(join(root, 'node_modules', '.package-lock.json')))) return;
  if (isBorrowed(join(root, 'node_modules'))) {
    // npm would empty the folder that the link leads to, under whoever works there.
    say('node_modules is a link, and what it leads to is not quite what package-lock.json names. Install there.');
    return;
  }
  say('installing dependencies (npm ci) …');
  const { status } = await npm(['ci', '--include=dev', '--no-audit', '--no-fund']);
  if (status !== 0) throw new Refusal(`npm ci ended with status ${status}. Its own message is above.`);
}

/** @param {string} file @returns {Lock | undefined} */
function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
