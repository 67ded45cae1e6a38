import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isBorrowed, isInstalled } from './dependencies.mjs';

const wanted = {
  packages: {
    '': { version: '1.0.0' },
    'node_modules/a': { version: '1.2.3', integrity: 'sha512-a' },
    'node_modules/for-mac': { version: '1.0.0', integrity: 'sha512-m', optional: true },
  },
};

it('is installed when all that this platform needs is there', () => {
  expect(isInstalled(wanted, { packages: { 'node_modules/a': { version: '1.2.3', integrity: 'sha512-a' } } })).toBe(
    true,
  );
});

it.each([
  ['nothing was installed', undefined],
  ['an install was cut short', {}],
  ['a package is missing', { packages: {} }],
  ['a version differs', { packages: { 'node_modules/a': { version: '1.2.4', integrity: 'sha512-a' } } }],
  ['a digest differs', { packages: { 'node_modules/a': { version: '1.2.3', integrity: 'sha512-b' } } }],
])('is not installed when %s', (_, installed) => {
  expect(isInstalled(wanted, installed)).toBe(false);
});

it('sees an optional package of another version', () => {
  const installed = {
    packages: { ...wanted.packages, 'node_modules/for-mac': { version: '0.9.0', integrity: 'sha512-o' } },
  };
  expect(isInstalled(wanted, installed)).toBe(false);
});

it('tells a folder of its own from a link to another checkout', () => {
  const place = mkdtempSync(join(tmpdir(), 'rc-dependencies-'));
  mkdirSync(join(place, 'own'));
  symlinkSync(join(place, 'own'), join(place, 'link'));
  expect(['own', 'link', 'none'].map((name) => isBorrowed(join(place, name)))).toEqual([false, true, false]);
  rmSync(place, { recursive: true });
});
