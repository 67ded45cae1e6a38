/**
 * @typedef {{ from: string, typeOnly: boolean, lazy?: boolean }} Import
 * `from` is a file below the base folder, or the name of a package
 */

/**
 * The imports that are left at run time, of many files at once. esbuild reads
 * them: it drops what only the compiler needs, and what it keeps is what a
 * bundle would hold.
 *
 * @param {string} base @param {readonly string[]} files
 * @returns {Promise<Map<string, Import[]>>}
 */
export async function runtimeImportsOf(base, files) {
  const { build } = await import('esbuild');
  const { metafile } = await build({
    absWorkingDir: base,
    entryPoints: [...files],
    outdir: 'unused',
    bundle: true,
    write: false,
    metafile: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    logLevel: 'silent',
    loader: { '.css': 'empty', '.svg': 'empty', '.png': 'empty', '.json': 'empty', '.html': 'text' },
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true, jsx: 'react-jsx' } },
  });
  return new Map(
    Object.entries(metafile.inputs).map(([file, { imports }]) => [
      file,
      imports.map(({ path, kind }) => ({ from: path, typeOnly: false, lazy: kind === 'dynamic-import' })),
    ]),
  );
}

/**
 * The imports of a file that only the compiler sees, as written. They are
 * statements that begin a line, which the formatter makes sure of.
 *
 * @param {string} source
 * @returns {Import[]}
 */
export function typeImportsOf(source) {
  const statements = source.matchAll(/^(?:import|export) type [^'"`;]*?from '([^']+)';$/gm);
  const inline = source.matchAll(/\bimport\('([^']+)'\)\./g);
  return [...statements, ...inline].map(([, from]) => ({ from: from ?? '', typeOnly: true }));
}
