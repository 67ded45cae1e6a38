import { expect, it } from 'vitest';
import { proveRows } from './lib/prove-rows.fixture.ts';
import { rows } from './rows/all.ts';

proveRows(rows.filter(({ number }) => number > 10));

it('has a number of its own for each row', () => {
  const numbers = rows.map(({ number }) => number);
  expect(new Set(numbers).size).toBe(numbers.length);
});
