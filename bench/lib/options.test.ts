import { describe, expect, it } from 'vitest';
import type { Figure } from '../figure.ts';
import { chosen, optionsOf } from './options.ts';

const figure = (name: string, floor?: string): Figure => ({
  name,
  what: name,
  unit: 'ms',
  floor,
  measure: async () => [1],
});
const groups = [
  { title: 'floors', figures: [figure('slow'), figure('fast')] },
  { title: 'Rolecall', figures: [figure('switch', 'fast'), figure('start')] },
];

describe('options of the bench', () => {
  it('measures everything unless told otherwise', () => {
    expect(optionsOf([])).toEqual({ json: false, peers: false, long: false, only: undefined });
    expect(chosen(groups, undefined)).toBe(groups);
  });

  it('measures the floor of a figure with it', () => {
    const { only } = optionsOf(['--json', '--only', 'switch']);
    expect(chosen(groups, only).map(({ figures }) => figures.map(({ name }) => name))).toEqual([['fast'], ['switch']]);
  });

  it('names the figures there are when asked for another', () => {
    expect(() => chosen(groups, ['swich'])).toThrow('there is no figure swich: slow, fast, switch, start');
  });
});
