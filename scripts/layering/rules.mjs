/**
 * Who may import what. The first layer whose pattern matches a file is its own.
 * A layer always may import itself; `may` names the others, `types` those of
 * which only types may be imported, `packages` the packages and Node modules.
 *
 * @typedef {{ name: string, files: RegExp, may: readonly string[], types?: readonly string[], packages: RegExp }} Layer
 * @type {readonly Layer[]}
 */
export const layers = [
  { name: 'core', files: /^electron\/core\//, may: [], packages: /^(valibot|@leeoniya\/ufuzzy)$/ },
  { name: 'aws', files: /^electron\/aws\//, may: ['core'], packages: /^(?!electron$)/ },
  { name: 'config', files: /^electron\/config\//, may: ['core'], packages: /^(?!electron$)/ },
  { name: 'host', files: /^electron\/host\//, may: ['core'], packages: /./ },
  // The bridge and the channel names it shares with the shell: bundled into the renderer's process.
  { name: 'preload', files: /^electron\/(preload|shell\/channels)\.ts$/, may: ['core'], packages: /^electron$/ },
  // The command runs on plain Node, where there is no electron.
  { name: 'cli', files: /^electron\/cli\//, may: ['core', 'aws', 'config', 'host'], packages: /^(?!electron$)/ },
  { name: 'shell', files: /^electron\/shell\//, may: ['preload', 'core', 'aws', 'config', 'host'], packages: /./ },
  {
    name: 'main',
    files: /^electron\/[^/]+\.ts$/,
    may: ['preload', 'core', 'aws', 'config', 'host', 'cli', 'shell'],
    packages: /./,
  },
  { name: 'renderer', files: /^renderer\//, may: [], types: ['core', 'preload'], packages: /^(?!electron$|node:)/ },
  // Serves development; may import all, and no part of the product may import it.
  { name: 'outside', files: /^(e2e|bench|scorecard|scripts)\//, may: [], packages: /./ },
];

/** Tests and fakes may use what tests use, and files of any layer below `outside`. */
export const isTest = (/** @type {string} */ file) => /\.test\.tsx?$|(^|\/)fakes\/|\.fixtures?\.ts$/.test(file);

/** @param {string} file below the project's folder, with `/` */
export function layerOf(file) {
  return layers.find((layer) => layer.files.test(file));
}

/**
 * Why a file may not import another; undefined when it may.
 *
 * @param {string} file @param {{ target?: string, package?: string, typeOnly: boolean }} wanted a file of the project, or a package
 */
export function refusal(file, wanted) {
  const layer = layerOf(file);
  if (!layer || layer.name === 'outside') return undefined;
  if (wanted.package !== undefined) {
    if (wanted.typeOnly || isTest(file) || layer.packages.test(wanted.package)) return undefined;
    return `${layer.name} may not import ${wanted.package}`;
  }
  // The sandbox, the harness and fakes serve tests, and nothing that is shipped.
  if (isTest(file)) return undefined;
  if (isTest(wanted.target ?? '')) return `only tests may import ${wanted.target}`;
  const target = layerOf(wanted.target ?? '');
  if (!target || target === layer) return undefined;
  if (layer.may.includes(target.name)) return undefined;
  if (layer.types?.includes(target.name)) {
    return wanted.typeOnly ? undefined : `${layer.name} may import only types of ${target.name}`;
  }
  return `${layer.name} may not import ${target.name}`;
}
