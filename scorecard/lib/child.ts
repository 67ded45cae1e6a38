import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../../scripts/lib/paths.mjs';

/** Bundles the writer once: two hundred starts through a compiler would take minutes. Hands back how to start it. */
export async function prepareWriter(folder: string) {
  const file = join(folder, 'writer.mjs');
  await build({
    entryPoints: [join(root, 'scorecard/child/writer.ts')],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
    // Native, and found from the project's folder.
    plugins: [
      {
        name: 'koffi',
        setup: (on) =>
          on.onResolve({ filter: /^koffi$/ }, () => ({
            path: join(root, 'node_modules/koffi/index.js'),
            external: true,
          })),
      },
    ],
  });
  return (...args: readonly (string | number)[]) => {
    const child = spawn(process.execPath, [file, ...args.map(String)], { stdio: ['ignore', 'pipe', 'inherit'] });
    return { child, ready: once(child.stdout, 'data'), ended: once(child, 'exit') };
  };
}
