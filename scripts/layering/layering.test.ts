import { expect, it } from 'vitest';
import { circles } from './check.mjs';
import { importsOf } from './imports.mjs';
import { refusal } from './rules.mjs';

it.each([
  ["import { a, type B } from './x.ts';", false],
  ["import type { B } from './x.ts';", true],
  ["import { type A, type B } from './x.ts';", true],
  ["import './x.ts';", false],
  ["export { a } from './x.ts';", false],
  ["export * from './x.ts';", false],
  ["export type { A } from './x.ts';", true],
  ["const load = async () => await import('./x.ts');", false],
  ["let a: import('./x.ts').A;", true],
])('reads %s', (source, typeOnly) => {
  expect(importsOf(source, { tsx: false })).toMatchObject([{ from: './x.ts', typeOnly }]);
});

it('reads JSX', () => {
  const source = "import { Row } from './row.tsx'; export const a = <Row onClick={() => import('./later.ts')} />;";
  expect(importsOf(source, { tsx: true }).map(({ from }) => from)).toEqual(['./row.tsx', './later.ts']);
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
