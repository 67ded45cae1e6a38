import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, extname, join } from 'node:path';
import { isMain } from './lib/is-main.mjs';
import { root } from './lib/paths.mjs';
import { mainly, Refusal, say } from './lib/say.mjs';

const dist = join(root, 'dist');
const stampFile = join(dist, '.built-from');

/** Native modules find their binaries beside themselves, so they stay outside the bundles. */
const external = ['electron', 'keytar', 'koffi'];

/** Bundled CommonJS may still ask for Node's own modules, which an ES module has no `require` for. */
const requireBanner =
  "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);";

/** Builds `dist/` with whatever changed since the last build; hands back whether there was anything to do. */
export async function buildIfNeeded() {
  const stamp = sourcesStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return false;
  await build();
  writeFileSync(stampFile, stamp);
  return true;
}

/** Builds beside and swaps: a build that fails, or that another start runs into, leaves a program that works. */
async function build() {
  const beside = join(root, `.dist-${process.pid}`);
  try {
    await buildInto(beside);
    const old = `${beside}-old`;
    if (existsSync(dist)) renameSync(dist, old);
    renameSync(beside, dist);
    rmSync(old, { recursive: true, force: true });
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

/** @param {string} dist */
async function buildInto(dist) {
  const esbuild = await import('esbuild');
  mkdirSync(join(dist, 'renderer'), { recursive: true });
  /** @type {import('esbuild').BuildOptions} */
  const common = {
    bundle: true,
    minify: true,
    sourcemap: 'linked',
    absWorkingDir: root,
    logLevel: 'warning',
    legalComments: 'none',
  };
  /** @type {import('esbuild').BuildOptions} */
  const node = {
    ...common,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external,
    splitting: true,
    keepNames: true,
    // The SDK's ES modules: what is not used stays out, and its CommonJS form loses its exports in a bundle.
    mainFields: ['module', 'main'],
  };
  const windows = readdirSync(join(root, 'renderer')).filter((name) => extname(name) === '.html');
  const cliStart = readFileSync(join(root, 'electron/cli/main.ts'), 'utf8').startsWith('#!')
    ? ''
    : '#!/usr/bin/env node\n';
  try {
    await Promise.all([
      // The AWS SDK is imported when first needed; splitting keeps it out of what a start loads.
      esbuild.build({
        ...node,
        entryPoints: ['electron/main.ts'],
        outdir: dist,
        chunkNames: 'main-[hash]',
        banner: { js: requireBanner },
      }),
      esbuild.build({
        ...node,
        entryPoints: { cli: 'electron/cli/main.ts' },
        outdir: dist,
        chunkNames: 'cli-[hash]',
        banner: { js: cliStart + requireBanner },
      }),
      // A sandboxed preload must be one CommonJS file.
      esbuild.build({
        ...common,
        platform: 'browser',
        format: 'cjs',
        target: 'chrome130',
        external,
        entryPoints: ['electron/preload.ts'],
        outfile: join(dist, 'preload.cjs'),
      }),
      esbuild.build({
        ...common,
        platform: 'browser',
        format: 'iife',
        target: 'chrome130',
        jsx: 'automatic',
        define: { 'process.env.NODE_ENV': '"production"' },
        loader: { '.svg': 'dataurl', '.png': 'dataurl', '.woff2': 'dataurl' },
        entryPoints: windows.map((name) => `renderer/${basename(name, '.html')}.tsx`),
        outdir: join(dist, 'renderer'),
      }),
    ]);
  } catch (problem) {
    // esbuild has shown the messages itself, with the lines they are about.
    if (problem instanceof Error && 'errors' in problem) throw new Refusal('the build failed: see above.');
    throw problem;
  }
  for (const name of windows) cpSync(join(root, 'renderer', name), join(dist, 'renderer', name));
  if (existsSync(join(root, 'assets'))) cpSync(join(root, 'assets'), join(dist, 'assets'), { recursive: true });
  chmodSync(join(dist, 'cli.js'), 0o755);
}

/** A digest of every source's name, size and time of change: cheap, and wrong only for who forges times. */
function sourcesStamp() {
  const hash = createHash('sha256');
  for (const place of ['electron', 'renderer', 'assets', 'package-lock.json', 'scripts/build.mjs']) addTo(hash, place);
  return hash.digest('hex');
}

/** @param {import('node:crypto').Hash} hash @param {string} place */
function addTo(hash, place) {
  const file = join(root, place);
  if (!existsSync(file)) return;
  const about = statSync(file);
  if (about.isDirectory()) {
    for (const name of readdirSync(file).sort()) addTo(hash, `${place}/${name}`);
  } else if (!/\.test\.tsx?$/.test(place)) {
    hash.update(`${place}\0${about.size}\0${about.mtimeMs}\n`);
  }
}

if (isMain(import.meta.url)) {
  await mainly(async () => {
    const startedAt = performance.now();
    await build();
    writeFileSync(stampFile, sourcesStamp());
    say(`built in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  });
}
