import { expect, it } from 'vitest';
import { keysInWords, pressedKeys } from '../parts/keys.tsx';
import { type Chord, keyTables, meaningOf, rowKeys } from './keys.ts';

const free = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
const meaning = (event: Partial<Parameters<typeof pressedKeys>[0]>, mac = false) =>
  meaningOf(rowKeys, pressedKeys({ key: 'Enter', ...free, ...event }, mac));

it('takes the command key of the platform, and no other', () => {
  expect(meaning({ ctrlKey: true })).toBe('console');
  expect(meaning({ metaKey: true }, true)).toBe('console');
  expect(meaning({ metaKey: true })).toBeUndefined();
  expect(meaning({ ctrlKey: true }, true)).toBeUndefined();
  expect(meaning({ altKey: true })).toBeUndefined();
});

it('tells Shift apart, except from the capital letter before Enter', () => {
  expect(meaning({ key: 'C', ctrlKey: true, shiftKey: true })).toBe('environment');
  expect(meaning({ key: 'C', ctrlKey: true })).toBe('copy');
  expect(meaning({ key: 'T', ctrlKey: true, shiftKey: true })).toBeUndefined();
  expect(meaning({ shiftKey: true })).toBe('switch');
});

it('says keys by the names of the platform', () => {
  expect(keysInWords(rowKeys['choose-console'][0], false)).toBe('Ctrl+Shift+Enter');
  expect(keysInWords(rowKeys['choose-console'][0], true)).toBe('Command+Shift+Enter');
});

it('gives no two things of a table the same keys', () => {
  for (const table of Object.values(keyTables)) {
    const all = Object.values<readonly Chord[]>(table).flatMap((chords) => chords.map((chord) => keysInWords(chord)));
    expect(new Set(all).size).toBe(all.length);
  }
});
