import { buildIfNeeded } from './build.mjs';
import { root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { mainly, say } from './lib/say.mjs';
import { describeRuntime } from './setup/runtime.mjs';
import { setUp } from './setup.mjs';

/**
 * `npm run package`: the program as users get it, in `release/`. Without
 * arguments an unpacked folder; `npm run package -- --linux deb AppImage` and
 * the like need a network that reaches the packers' tools. Where the release of
 * Electron is out of reach, the registry's runtime is packed, which is good for
 * tests of the package and for nothing else.
 */
await mainly(async () => {
  const runtime = await setUp({ desktop: false });
  await buildIfNeeded();
  const given = process.argv.slice(2);
  const args = given.length > 0 ? given : ['--dir'];
  if (runtime.kind !== 'release') {
    say(`packing ${describeRuntime(runtime)}: for tests, not for users`);
    args.push(`--config.electronDist=${runtime.folder}`, `--config.electronVersion=${runtime.version}`);
  }
  const { status } = await run(
    process.execPath,
    ['node_modules/electron-builder/cli.js', '--publish', 'never', ...args],
    { cwd: root },
  );
  return status;
});
