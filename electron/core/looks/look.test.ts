import { describe, expect, it } from 'vitest';
import { colourOf } from './look.ts';

describe('the colour of a profile', () => {
  it.each(['prod', 'production-admin', 'acme-prod', 'eu_prd_readonly', 'Live', 'prod2'])(
    'is red for %s, unless a person says otherwise',
    (profile) => {
      expect(colourOf(profile, undefined)).toBe('red');
      expect(colourOf(profile, { colour: 'green' })).toBe('green');
      expect(colourOf(profile, { colour: 'none' })).toBeUndefined();
    },
  );

  it.each([
    'product-catalogue',
    'reproduce',
    'non-prod',
    'preprod',
    'pre-production',
    'nonprod-admin',
    'delivery',
    'dev',
  ])('is none for %s', (profile) => {
    expect(colourOf(profile, undefined)).toBeUndefined();
  });

  it('goes by the name of the account, too', () => {
    expect(colourOf('admin', { name: 'Acme Production' })).toBe('red');
  });
});
