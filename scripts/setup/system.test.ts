import { expect, it } from 'vitest';
import { installable, installCommand, missingOf, needs, packagesFor } from './system.mjs';

it('finds what is missing by library and by command', () => {
  const there = (need: { library?: string; command?: string }) => need.command !== 'Xvfb';
  expect(missingOf(needs.desktop, there)).toEqual([{ command: 'Xvfb', packages: ['xvfb'] }]);
  expect(missingOf(needs.program, there)).toEqual([]);
});

it('names the package as this release of the distribution does', () => {
  const gtk = needs.program.filter(({ library }) => library?.startsWith('libgtk'));
  expect(packagesFor(gtk, (name) => name === 'libgtk-3-0')).toEqual(['libgtk-3-0']);
  expect(packagesFor(gtk, (name) => name === 'libgtk-3-0t64')).toEqual(['libgtk-3-0t64']);
});

it('names a package even where apt knows none yet', () => {
  expect(packagesFor(needs.program, () => false)).toContain('libnss3');
});

it('takes what a test does without where apt has it, and goes on where it has not', () => {
  const browsers = needs.desktop.filter(({ packages }) => /chromium|firefox/.test(packages[0] ?? ''));
  const names = (isKnown: (name: string) => boolean) => packagesFor(installable(browsers, isKnown), isKnown);
  expect(names(() => true)).toEqual(['chromium', 'firefox-esr']);
  expect(names(() => false)).toEqual(['chromium']);
});

it('names each package once', () => {
  const twice = [{ packages: ['dbus'] }, { packages: ['dbus-bin', 'dbus'] }];
  expect(packagesFor(twice, (name) => name === 'dbus')).toEqual(['dbus']);
});

it('hands a person one command to copy', () => {
  expect(installCommand(['xvfb', 'dbus'])).toBe(
    'sudo apt-get update && sudo apt-get install -y --no-install-recommends xvfb dbus',
  );
});
