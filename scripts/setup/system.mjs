import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { run } from '../lib/run.mjs';
import { Refusal, say } from '../lib/say.mjs';

/**
 * What the program needs of the system, by what is looked for rather than by a
 * package's name: a library or a command may come from anywhere. Newer Debians
 * and Ubuntus renamed two packages; the first name that apt knows is taken.
 *
 * `optional` is what a test does without, and says so: it is installed where apt has it.
 *
 * @typedef {{ library?: string, command?: string, packages: readonly string[], optional?: boolean }} Need
 * @type {Readonly<Record<'program' | 'desktop', readonly Need[]>>}
 */
export const needs = {
  program: [
    { library: 'libnss3.so', packages: ['libnss3'] },
    { library: 'libgtk-3.so.0', packages: ['libgtk-3-0', 'libgtk-3-0t64'] },
    { library: 'libgbm.so.1', packages: ['libgbm1'] },
    { library: 'libasound.so.2', packages: ['libasound2', 'libasound2t64'] },
    { library: 'libatk-bridge-2.0.so.0', packages: ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'] },
    { library: 'libXss.so.1', packages: ['libxss1'] },
    { library: 'libsecret-1.so.0', packages: ['libsecret-1-0'] },
    { library: 'libnotify.so.4', packages: ['libnotify4'] },
  ],
  desktop: [
    { command: 'Xvfb', packages: ['xvfb'] },
    { command: 'dbus-daemon', packages: ['dbus'] },
    { command: 'dbus-send', packages: ['dbus-bin', 'dbus'] },
    { command: 'gnome-keyring-daemon', packages: ['gnome-keyring'] },
    { command: 'xfce4-panel', packages: ['xfce4-panel'] },
    // Notifications as a person sees them, and a window manager, without which nobody has the focus.
    { command: 'dunst', packages: ['dunst'] },
    { command: 'openbox', packages: ['openbox'] },
    { command: 'xev', packages: ['x11-utils'] },
    { command: 'sway', packages: ['sway'] },
    { command: 'import', packages: ['imagemagick'] },
    { command: 'xdotool', packages: ['xdotool'] },
    { command: 'oathtool', packages: ['oathtool'] },
    // By its place: a version manager may put another AWS CLI in front, and the scorecard loads this one's modules.
    { command: '/usr/bin/aws', packages: ['awscli'] },
    // A client of adopted profiles, by the folder of its module.
    { command: '/usr/lib/python3/dist-packages/boto3', packages: ['python3-boto3'] },
    { command: 'curl', packages: ['curl'] },
    // A person's own browser, for the sign-in pages of Identity Center, and two for two accounts side by side.
    { command: '/usr/bin/chromium', packages: ['chromium'] },
    { command: '/usr/bin/firefox-esr', packages: ['firefox-esr'], optional: true },
  ],
};

/** @param {readonly Need[]} wanted @param {(need: Need) => boolean} isThere */
export function missingOf(wanted, isThere) {
  return wanted.filter((need) => !isThere(need));
}

/** What cannot be done without, and what else apt has. @param {readonly Need[]} missing @param {(name: string) => boolean} isKnown */
export function installable(missing, isKnown) {
  return missing.filter(({ optional, packages }) => !optional || packages.some(isKnown));
}

/** @param {readonly Need[]} missing @param {(name: string) => boolean} isKnown whether apt can install a package of that name */
export function packagesFor(missing, isKnown) {
  return [...new Set(missing.map(({ packages }) => packages.find(isKnown) ?? packages[0] ?? ''))];
}

/** The command that installs packages, for a person to copy. @param {readonly string[]} packages */
export function installCommand(packages) {
  return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`;
}

/**
 * Installs what is missing when root; otherwise refuses with the exact command.
 * Only Linux needs anything: macOS and Windows bring a keychain and a tray.
 *
 * @param {{ desktop: boolean }} options `desktop`: also what tests and the demo start for themselves
 */
export async function setUpSystem({ desktop }) {
  if (process.platform !== 'linux') return;
  const wanted = desktop ? [...needs.program, ...needs.desktop] : needs.program;
  const asRoot = process.getuid?.() === 0;
  const absent = missingOf(wanted, isThere());
  let missing = asRoot ? installable(absent, isKnown) : required(absent);
  if (missing.length === 0) return;
  const names = missing.map((need) => need.library ?? need.command).join(', ');
  if (!hasCommand('apt-get')) throw new Refusal(`missing on this system: ${names}. Install them and start again.`);
  if (!asRoot)
    throw new Refusal(
      `missing on this system: ${names}. Install them with:\n\n  ${installCommand(packagesFor(missing, isKnown))}\n`,
    );

  say(`installing what the system lacks: ${names} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  let packages = packagesFor(missing, isKnown);
  if (!packages.every(isKnown)) {
    const { status, output } = await run('apt-get', ['update'], { env, quiet: true });
    if (status !== 0) say(`apt-get update: ${output.trim()}`);
    packages = packagesFor(installable(absent, isKnown), isKnown);
  }
  const install = ['install', '-y', '--no-install-recommends', ...packages];
  let done = await run('apt-get', install, { env, quiet: true });
  if (done.status !== 0) {
    // Package lists that are too old name files the mirror no longer has.
    await run('apt-get', ['update'], { env, quiet: true });
    done = await run('apt-get', install, { env, quiet: true });
  }
  missing = required(missingOf(wanted, isThere()));
  if (missing.length > 0) {
    throw new Refusal(
      `apt-get could not install ${packages.join(' ')}:\n${done.output.trim()}\nTry: ${installCommand(packages)}`,
    );
  }
}

/** @param {readonly Need[]} needs */
function required(needs) {
  return needs.filter(({ optional }) => !optional);
}

/** @returns {(need: Need) => boolean} */
function isThere() {
  const listed = spawnSync('ldconfig', ['-p'], {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${process.env.PATH}:/sbin:/usr/sbin` },
  });
  // Without ldconfig (musl, NixOS) nothing can be said about libraries: the program's own error will.
  const libraries = listed.status === 0 ? listed.stdout : undefined;
  return ({ library, command }) => {
    if (command) return hasCommand(command);
    return libraries === undefined || libraries.includes(`\t${library} `);
  };
}

/** @param {string} name */
function hasCommand(name) {
  const folders = isAbsolute(name) ? [''] : (process.env.PATH ?? '').split(delimiter);
  return folders.some((folder) => {
    const file = join(folder, name);
    try {
      accessSync(file, constants.X_OK);
      return existsSync(file);
    } catch {
      return false;
    }
  });
}

/** @param {string} name */
function isKnown(name) {
  const shown = spawnSync('apt-cache', ['policy', name], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
  return shown.status === 0 && /Candidate: (?!\(none\))/.test(shown.stdout);
}
