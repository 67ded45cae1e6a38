import { expect, it } from 'vitest';
import { hostileNames } from './hostile-names.ts';
import { createOrganization } from './organization.ts';

it('is the same for the same seed, and as large as asked for', () => {
  const wanted = { seed: 1, accounts: 2400, rolesPerAccount: 5 };
  const organization = createOrganization(wanted);
  expect(createOrganization(wanted)).toEqual(organization);
  expect(createOrganization({ ...wanted, seed: 2 })).not.toEqual(organization);
  expect(new Set(organization.map(({ id }) => id)).size).toBe(2400);
  expect(organization.every(({ id }) => /^\d{12}$/.test(id))).toBe(true);
  expect(organization.every(({ roles }) => new Set(roles).size === 5)).toBe(true);
});

it('has every hostile name, and names that occur twice', () => {
  const names = createOrganization({ seed: 1, accounts: 1000, rolesPerAccount: 1 }).map(({ name }) => name);
  expect(hostileNames.filter((name) => !names.includes(name))).toEqual([]);
  expect(new Set(names).size).toBeLessThan(names.length / 2);
});
