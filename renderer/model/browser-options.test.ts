import { expect, it } from 'vitest';
import { someBrowsers } from '../fakes/console-scenes.ts';
import { browserOptions } from './browser-options.ts';

const labels = (chosen?: Parameters<typeof browserOptions>[1]) =>
  browserOptions(someBrowsers, chosen).map(({ label }) => label);

it('offers the default browser, each profile, and a browser that lists none', () => {
  expect(labels()).toEqual([
    'Default browser',
    'Google Chrome – Anna',
    'Google Chrome – Work',
    'Microsoft Edge',
    'Firefox – default-release',
    'Firefox – production',
  ]);
  expect(labels({ browser: 'firefox', profile: 'production', container: 'ext+container' })).toEqual(labels());
});

it('keeps in sight what was chosen and is gone', () => {
  expect(labels({ browser: 'chrome', profile: 'Profile 9' }).at(-1)).toBe('chrome – Profile 9 (not found)');
  expect(labels({ browser: 'brave' }).at(-1)).toBe('brave (not found)');
  expect(labels({ browser: 'firefox' }).at(-1)).toBe('Firefox');
});
