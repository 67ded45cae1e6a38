import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';
import { say } from '../lib/say.mjs';
import { versionIn } from '../lib/version-in.mjs';

const home = join(root, 'node_modules', 'electron');

/** The release that belongs to the installed `electron` package, if it was downloaded. */
export function releaseRuntime() {
  const folder = join(home, 'dist');
  const found = versionIn(folder);
  // path.txt is written last: without it the folder is a download cut short.
  if (!found || found !== packageVersion() || !existsSync(join(home, 'path.txt'))) return undefined;
  return { kind: /** @type {const} */ ('release'), folder, version: found };
}

/**
 * Downloads the release with the package's own installer, which checks its
 * digest. Whether the host answers is asked first: the installer retries for
 * minutes where a network simply does not lead there.
 *
 * @returns {Promise<string | undefined>} why it was not downloaded
 */
export async function downloadRelease() {
  const version = packageVersion();
  const silent = await unreachable(releaseUrl(version));
  if (silent) return silent;
  say(`downloading Electron ${version} …`);
  const { ELECTRON_OVERRIDE_DIST_PATH: _, ...env } = process.env;
  const { status, output } = await run(process.execPath, [join(home, 'install.js')], {
    env,
    quiet: true,
    timeoutMs: 600_000,
  });
  if (status === 0) return undefined;
  return status === 124
    ? 'the download took more than ten minutes'
    : `the download failed: ${output.trim().split('\n')[0]}`;
}

/** @param {string} version */
export function releaseUrl(version, platform = process.platform, arch = process.arch, env = process.env) {
  const mirror =
    env.ELECTRON_MIRROR ?? env.npm_config_electron_mirror ?? 'https://github.com/electron/electron/releases/download/';
  return `${mirror.replace(/\/?$/, '/')}v${version}/electron-v${version}-${platform}-${arch}.zip`;
}

/** Why nothing can be had from a URL; undefined when it can, or when only a proxy could tell. @param {string} url */
async function unreachable(url, timeoutMs = 5000) {
  if (process.env.HTTPS_PROXY || process.env.https_proxy) return undefined;
  const { host } = new URL(url);
  try {
    const answer = await fetch(url, { method: 'HEAD', redirect: 'follow', signal: AbortSignal.timeout(timeoutMs) });
    return answer.ok ? undefined : `${host} answered ${answer.status}`;
  } catch (problem) {
    const cause = problem instanceof Error && problem.cause instanceof Error ? problem.cause.message : String(problem);
    return `${host} cannot be reached (${cause})`;
  }
}

/** @returns {string} */
function packageVersion() {
  return JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version;
}
