import { findBreaches } from './layering/check.mjs';
import { root } from './lib/paths.mjs';

/**
 * The layering, and partitions taken for granted, as a check that fails. It is our own, 150 lines on esbuild: the
 * tools that check dependencies need a compiler older than TypeScript 7, or cannot
 * tell an `import type` from an import.
 */
const { files, breaches } = await findBreaches(root);
for (const breach of breaches) console.log(breach);
console.log(`${files} files, ${breaches.length} breaches`);
if (breaches.length > 0 || files === 0) process.exitCode = 1;
