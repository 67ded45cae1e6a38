import fc from 'fast-check';
import { it } from 'vitest';
import { withCommas } from './with-commas.ts';

it('writes every count as English does', () => {
  const english = new Intl.NumberFormat('en');
  fc.assert(fc.property(fc.maxSafeNat(), (count) => withCommas(count) === english.format(count)));
});
