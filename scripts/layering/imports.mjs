import { createRequire } from 'node:module';

/**
 * @typedef {{ from: string, typeOnly: boolean, lazy?: boolean }} Import
 * @typedef {import('@swc/core').Output | any} Node
 */

/**
 * Every import of a file, with whether anything of it is left at run time: an
 * `import type` costs nothing and couples nothing but the compiler.
 *
 * @param {string} source TypeScript
 * @param {{ tsx: boolean }} options
 * @returns {Import[]}
 */
export function importsOf(source, { tsx }) {
  const swc = createRequire(import.meta.url)('@swc/core');
  const found = /** @type {Import[]} */ ([]);
  for (const item of swc.parseSync(source, { syntax: 'typescript', tsx, target: 'es2022' }).body) walk(item, found);
  return found;
}

/** @param {Node} node @param {Import[]} found */
function walk(node, found) {
  if (Array.isArray(node)) {
    for (const part of node) walk(part, found);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const seen = read(node);
  if (seen) found.push(seen);
  for (const part of Object.values(node)) walk(part, found);
}

/** @param {Node} node @returns {Import | undefined} */
function read(node) {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration': {
      if (!node.source) return undefined;
      const specifiers = /** @type {Node[]} */ (node.specifiers ?? []);
      const everyPartIsType = specifiers.length > 0 && specifiers.every((part) => part.isTypeOnly);
      return { from: node.source.value, typeOnly: node.typeOnly === true || everyPartIsType };
    }
    case 'TsImportType':
      return { from: node.argument.value, typeOnly: true };
    case 'CallExpression': {
      const [first] = node.arguments;
      if (node.callee.type !== 'Import' || first?.expression.type !== 'StringLiteral') return undefined;
      return { from: first.expression.value, typeOnly: false, lazy: true };
    }
    default:
      return undefined;
  }
}
