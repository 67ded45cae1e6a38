import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { circles } from './check.mjs';
import { runtimeImportsOf, typeImportsOf } from './imports.mjs';
import { partitionLiterals } from './literals.mjs';
import { refusal } from './rules.mjs';

it('tells what is left at run time from what only the compiler sees', async () => {
  const base = mkdtempSync(join(tmpdir(), 'rolecall-layering-'));
  try {
    mkdirSync(join(base, 'electron'));
    const write = (name: string, text: string) => writeFileSync(join(base, 'electron', name), text);
    for (const name of ['value', 'both', 'type', 'again', 'lazy', 'inline'])
      write(`${name}.ts`, 'export type A = 1;\nexport const a = 1;\n');
    const source = [
      "import { a } from './value.ts';",
      "import { a as b, type A } from './both.ts';",
      "import type { A as C } from './type.ts';",
      "export type { A as D } from './again.ts';",
      "export const later = async (x: C | A) => [a, b, x, await import('./lazy.ts')];",
      "export let e: import('./inline.ts').A;",
      "export * as fs from 'node:fs';",
    ].join('\n');
    write('main.tsx', source);
    const found = (await runtimeImportsOf(base, ['electron/main.tsx'])).get('electron/main.tsx') ?? [];
    expect(found.filter(({ lazy }) => !lazy).map(({ from }) => from)).toEqual([
      'electron/value.ts',
      'electron/both.ts',
      'node:fs',
    ]);
    expect(found.filter(({ lazy }) => lazy).map(({ from }) => from)).toEqual(['electron/lazy.ts']);
    expect(typeImportsOf(source).map(({ from }) => from)).toEqual(['./type.ts', './again.ts', './inline.ts']);
  } finally {
    rmSync(base, { recursive: true });
  }
});

it.each([
  ['electron/core/a.ts', 'electron/aws/sts.ts'],
  ['electron/aws/a.ts', 'electron/host/keychain.ts'],
  ['electron/host/a.ts', 'electron/shell/tray.ts'],
  ['electron/cli/a.ts', 'electron/shell/tray.ts'],
  ['electron/preload.ts', 'electron/host/keychain.ts'],
  ['renderer/a.tsx', 'electron/core/contract.ts'],
  ['renderer/a.tsx', 'electron/host/keychain.ts'],
  ['electron/main.ts', 'e2e/sandbox/main.ts'],
  ['electron/core/a.ts', 'electron/core/fakes/clock.ts'],
])('refuses %s → %s', (file, target) => {
  expect(refusal(file, { target, typeOnly: false })).toMatch(/may (not )?import/);
});

it.each([
  ['electron/core/a.ts', 'node:fs'],
  ['electron/core/a.ts', 'electron'],
  ['electron/cli/a.ts', 'electron'],
  ['renderer/a.tsx', 'node:fs'],
])('refuses %s → package %s', (file, name) => {
  expect(refusal(file, { package: name, typeOnly: false })).toBe(
    `${file.split('/')[file.startsWith('renderer') ? 0 : 1]} may not import ${name}`,
  );
});

it('lets the renderer have the types of core, and tests what they need', () => {
  expect(refusal('renderer/a.tsx', { target: 'electron/core/contract.ts', typeOnly: true })).toBeUndefined();
  expect(refusal('electron/core/a.test.ts', { package: 'vitest', typeOnly: false })).toBeUndefined();
  expect(refusal('e2e/a.spec.ts', { target: 'electron/host/places.ts', typeOnly: false })).toBeUndefined();
});

it('finds a circle once', () => {
  const graph = new Map([
    ['a', ['b']],
    ['b', ['c', 'd']],
    ['c', ['a']],
    ['d', []],
  ]);
  expect(circles(graph)).toEqual([['a', 'b', 'c', 'a']]);
});

it.each([
  ['electron/core/a.ts', "const trust = 'arn:aws:iam::123456789012:root';"],
  ['electron/aws/a.ts', '// arn:aws-cn:iam::123456789012:role/Admin'],
  ['renderer/a.tsx', "fetch('https://sts.amazonaws.com')"],
  ['electron/host/a.ts', "open('https://console.aws.amazon.com')"],
])('refuses a partition taken for granted in %s', (file, line) => {
  expect(partitionLiterals(file, `\n${line}`)).toEqual([
    expect.stringMatching(`^${file}:2: only electron/aws/partitions`),
  ]);
});

it.each([
  ['electron/aws/partitions.ts', "'amazonaws.com'"],
  ['electron/aws/partitions.test.ts', "'arn:aws:iam::123456789012:root'"],
  ['e2e/sandbox/a.ts', "'arn:aws:iam::123456789012:root'"],
  ['electron/aws/a.ts', '// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html'],
  ['electron/core/a.ts', `\`arn:\${partition}:iam::\${account}:root\``],
])('lets %s say %s', (file, line) => {
  expect(partitionLiterals(file, line)).toEqual([]);
});
