import { expect, it } from 'vitest';
import { executable, presentRuntime, runtimeEnv, setUpRuntime } from './runtime.mjs';
import { releaseUrl } from './runtime-release.mjs';

const given = { kind: 'given', folder: '/given', version: '1.0.0' } as const;
const release = { kind: 'release', folder: '/release', version: '45.4.1' } as const;
const registry = { kind: 'registry', folder: '/registry', version: '33.2.1' } as const;

/** Sources that say in `asked` what was fetched. */
function sources(here: { given?: boolean; release?: boolean; registry?: boolean; downloads?: boolean }) {
  const asked: string[] = [];
  let downloaded = here.release ?? false;
  return {
    asked,
    given: () => (here.given ? given : undefined),
    release: () => (downloaded ? release : undefined),
    registry: () => (here.registry ? registry : undefined),
    async download() {
      asked.push('download');
      downloaded = here.downloads ?? false;
      return downloaded ? undefined : 'the host cannot be reached';
    },
    async unpack(why: string) {
      asked.push(`unpack because ${why}`);
      return registry;
    },
  };
}

it.each([
  ['the one that was named', { given: true, release: true, registry: true }, given],
  ['the release', { release: true, registry: true }, release],
  ["the registry's", { registry: true }, registry],
])('takes %s and fetches nothing', async (_, here, expected) => {
  const world = sources(here);
  expect(presentRuntime(world)).toBe(expected);
  expect(await setUpRuntime({ sources: world })).toBe(expected);
  expect(world.asked).toEqual([]);
});

it('downloads the release when nothing is here', async () => {
  const world = sources({ downloads: true });
  expect(await setUpRuntime({ sources: world })).toBe(release);
  expect(world.asked).toEqual(['download']);
});

it('falls back to the registry and says why', async () => {
  const world = sources({});
  expect(await setUpRuntime({ sources: world })).toBe(registry);
  expect(world.asked).toEqual(['download', 'unpack because the host cannot be reached']);
});

it('tries the release again when asked to, and keeps what it has when that fails', async () => {
  const failing = sources({ registry: true });
  expect(await setUpRuntime({ sources: failing, retryRelease: true })).toBe(registry);
  expect(failing.asked).toEqual(['download']);
  expect(await setUpRuntime({ sources: sources({ registry: true, downloads: true }), retryRelease: true })).toBe(
    release,
  );
});

it('starts Electron as Electron, on the runtime chosen', () => {
  expect(runtimeEnv(registry, { PATH: '/bin', ELECTRON_RUN_AS_NODE: '1' })).toEqual({
    PATH: '/bin',
    ELECTRON_OVERRIDE_DIST_PATH: '/registry',
  });
  expect(executable(release, 'linux')).toBe('/release/electron');
});

it('asks the mirror that is set', () => {
  expect(releaseUrl('45.4.1', 'linux', 'x64', {})).toBe(
    'https://github.com/electron/electron/releases/download/v45.4.1/electron-v45.4.1-linux-x64.zip',
  );
  expect(releaseUrl('45.4.1', 'darwin', 'arm64', { ELECTRON_MIRROR: 'https://mirror.example' })).toBe(
    'https://mirror.example/v45.4.1/electron-v45.4.1-darwin-arm64.zip',
  );
});
