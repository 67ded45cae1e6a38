import { expect, it } from 'vitest';
import { optionsOf } from './options.ts';
import { createRandom } from './random.ts';

it('reads ranges of rows, and refuses what is none', () => {
  expect([...(optionsOf(['--rows', '1-3,7'], () => 5).rows ?? [])]).toEqual([1, 2, 3, 7]);
  expect(optionsOf([], () => 5)).toEqual({ rows: undefined, json: false, quick: false, defended: true, seed: 5 });
  expect(optionsOf(['--without-defence', '--seed', '9'], () => 5)).toMatchObject({ defended: false, seed: 9 });
  expect(() => optionsOf(['--rows', 'x'], () => 5)).toThrow('--rows');
  expect(() => optionsOf(['--seed', 'x'], () => 5)).toThrow('--seed');
});

it('repeats chance from its seed', () => {
  const draw = (seed: number) => {
    const random = createRandom(seed);
    return Array.from({ length: 20 }, () => random.below(1000));
  };
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
});
