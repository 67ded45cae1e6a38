import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { runtimeImportsOf, typeImportsOf } from './imports.mjs';
import { partitionLiterals } from './literals.mjs';
import { refusal } from './rules.mjs';

/**
 * Every breach of the layering below a folder, one line each, every circle of
 * imports that is left at run time, and every partition of AWS taken for granted.
 *
 * @param {string} base
 */
export async function findBreaches(base) {
  const files = ['electron', 'renderer', 'e2e', 'bench', 'scorecard', 'scripts'].flatMap((place) =>
    sourcesIn(base, place),
  );
  const atRunTime = await runtimeImportsOf(base, files).catch((/** @type {any} */ problem) => {
    if (!problem.errors) throw problem;
    return problem;
  });
  if (atRunTime instanceof Error) return { files: files.length, breaches: [atRunTime.message] };
  /** @type {Map<string, string[]>} */
  const graph = new Map();
  const breaches = /** @type {string[]} */ ([]);
  for (const file of files) {
    /** @type {readonly import('./imports.mjs').Import[]} */
    const values = atRunTime.get(file) ?? [];
    const source = readFileSync(join(base, file), 'utf8');
    breaches.push(...partitionLiterals(file, source));
    const types = typeImportsOf(source).map((one) => ({
      ...one,
      from: one.from.startsWith('.') ? posix.join(dirname(file), one.from) : one.from,
    }));
    for (const { from, typeOnly } of [...values, ...types]) {
      const why = refusal(file, isFile(from) ? { target: from, typeOnly } : { package: from, typeOnly });
      if (why) breaches.push(`${file}: ${why} (${from})`);
    }
    // A lazy import finds both ends loaded, so it closes no circle.
    graph.set(
      file,
      values.filter(({ from, lazy }) => isFile(from) && !lazy).map(({ from }) => from),
    );
  }
  return {
    files: files.length,
    breaches: [...breaches, ...circles(graph).map((circle) => `a circle of imports: ${circle.join(' → ')}`)],
  };
}

/** @param {string} from */
const isFile = (from) => /^(electron|renderer|e2e|bench|scorecard|scripts|assets)\//.test(from);

/** @param {string} base @param {string} place @returns {string[]} */
function sourcesIn(base, place) {
  if (!existsSync(join(base, place))) return [];
  return readdirSync(join(base, place), { withFileTypes: true }).flatMap((entry) => {
    const file = `${place}/${entry.name}`;
    if (entry.isDirectory()) return sourcesIn(base, file);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [file] : [];
  });
}

/** @param {ReadonlyMap<string, readonly string[]>} graph @returns {string[][]} one circle per file that closes one */
export function circles(graph) {
  const done = new Set();
  const found = /** @type {string[][]} */ ([]);
  const visit = (/** @type {string} */ file, /** @type {string[]} */ path) => {
    if (path.includes(file)) {
      found.push([...path.slice(path.indexOf(file)), file]);
      return;
    }
    if (done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return found;
}
