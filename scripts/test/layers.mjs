import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asUser } from '../as-user.mjs';
import { root } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';
import { inPrivateDesktop } from '../private-desktop.mjs';
import { presentRuntime, runtimeEnv } from '../setup/runtime.mjs';
import { countCheck, countPlaywright, countVitest, judge, nothing } from './count.mjs';

/**
 * One kind of check. `run` shows its output, or with `quiet` hands it back.
 *
 * @typedef {{ count: import('./count.mjs').Count, output: string }} Outcome
 * @typedef {{ name: string, run: (quiet?: boolean) => Promise<Outcome> }} Layer
 */

const tool = (/** @type {string} */ file) => join(root, 'node_modules', file);
const configs = ['electron/core', 'electron', 'renderer', 'scripts', 'e2e'];

/** No layer may take longer: something waits for what never comes. */
const layerTimeoutMs = 20 * 60_000;

/** @type {Layer} */
const types = {
  name: 'types',
  run: async (quiet = false) => {
    let output = '';
    let status = 0;
    for (const config of configs) {
      const done = await run(process.execPath, [tool('typescript/bin/tsc'), '-p', config], { quiet });
      output += done.output;
      status ||= done.status;
    }
    return { count: countCheck(status), output };
  },
};

/** @param {string} name @param {readonly string[]} args @returns {Layer} */
function check(name, args) {
  return {
    name,
    run: async (quiet = false) => {
      const { status, output } = await run(process.execPath, args, { quiet });
      return { count: countCheck(status), output };
    },
  };
}

/**
 * @param {string} name a project of vitest.config.ts
 * @param {typeof asUser | ((command: string, args: readonly string[]) => [string, string[]])} place
 * @returns {Layer}
 */
function vitest(name, place, options = {}) {
  return {
    name,
    run: (quiet = false) =>
      withReport(async (file) => {
        const args = [
          tool('vitest/vitest.mjs'),
          'run',
          '--project',
          name,
          '--reporter=dot',
          '--reporter=json',
          `--outputFile.json=${file}`,
        ];
        const { status, output } = await run(...place(process.execPath, args), { quiet, timeoutMs: layerTimeoutMs });
        return { count: judge(read(file, countVitest), status, options), output };
      }),
  };
}

/** @type {Layer} */
const conformance = {
  name: 'conformance',
  run: async (quiet = false) => {
    const there = existsSync(join(root, '../shared/conformance'));
    if (process.env.CI && !there) {
      return {
        count: { ...nothing, failed: 1, note: '../shared/conformance is missing, and CI must have it' },
        output: '',
      };
    }
    return vitest('conformance', asUser, { mayBeSkipped: !there }).run(quiet);
  },
};

/** @type {Layer} */
const e2e = {
  name: 'e2e',
  run: (quiet = false) =>
    withReport(async (file) => {
      const runtime = presentRuntime();
      const env = {
        ...(runtime ? runtimeEnv(runtime) : process.env),
        PLAYWRIGHT_JSON_OUTPUT_FILE: file,
        // Playwright's own place is in the shared /tmp, by user id: whoever comes first owns what it will run.
        PWTEST_CACHE_DIR: join(root, 'node_modules/.cache/playwright'),
      };
      const args = [tool('@playwright/test/cli.js'), 'test', '--reporter=list,json'];
      const { status, output } = await run(...asUser(process.execPath, args), {
        env,
        quiet,
        timeoutMs: layerTimeoutMs,
      });
      return { count: judge(read(file, countPlaywright), status), output };
    }),
};

/** Every layer, in the order in which they are worth knowing. @type {readonly Layer[]} */
export const layers = [
  types,
  check('lint', [tool('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings']),
  check('layering', ['scripts/layering.mjs']),
  vitest('unit', asUser),
  vitest('contract', (/** @type {string} */ command, /** @type {readonly string[]} */ args) =>
    inPrivateDesktop([command, ...args]),
  ),
  conformance,
  check('build', ['scripts/build.mjs']),
  e2e,
];

/** @template T @param {(file: string) => Promise<T>} work */
async function withReport(work) {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-report-'));
  try {
    return await work(join(folder, 'report.json'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} file @param {(report: unknown) => import('./count.mjs').Count} count */
function read(file, count) {
  return existsSync(file)
    ? count(JSON.parse(readFileSync(file, 'utf8')))
    : { ...nothing, failed: 1, note: 'left no report' };
}
