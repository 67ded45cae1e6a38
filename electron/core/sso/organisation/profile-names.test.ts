import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../fakes/any-text.ts';
import { defaultTemplate, type NamedRole, profileNames, templateProblem } from './profile-names.ts';

const role = (accountName: string, roleName = 'Reader', accountId = '012345678901'): NamedRole => ({
  accountId,
  accountName,
  roleName,
});
const names = (roles: NamedRole[], template = defaultTemplate, taken: string[] = []) =>
  profileNames(roles, { template, session: 'corp', taken });

describe('names of imported profiles', () => {
  it.each([
    ['Acme Production', 'Acme-Production-Reader'],
    ['Zürich / Küche', 'Zurich-Kuche-Reader'],
    ['東京', '012345678901-Reader'],
    ['../..', '012345678901-Reader'],
    ['a#b;c]d[e', 'a-b-c-d-e-Reader'],
    ['line\nbreak', 'line-break-Reader'],
  ])('%j is written as %s', (accountName, expected) => {
    expect(names([role(accountName)])).toEqual([expected]);
  });

  it('shortens an account’s name, never the role’s, so that roles can be told apart', () => {
    const long = 'name '.repeat(60);
    const both = names([role(long, 'Reader'), role(long, 'Writer'), role(long, 'Reader', '999999999999')]);
    expect(both.map((name) => name.replace(/^(name-){9}name-/, ''))).toEqual([
      'Reader-012345678901',
      'Writer',
      'Reader-999999999999',
    ]);
  });

  it('stays within 128 characters whatever the template adds', () => {
    const template = `${'x'.repeat(200)}{account_name}{role}`;
    const many = names([role('Acme'), role('Acme', 'Writer'), role('Acme', 'Third')], template);
    expect(new Set(many).size).toBe(3);
    for (const name of many) expect(name.length).toBeLessThanOrEqual(128);
  });

  it('fills every field', () => {
    expect(names([role('Acme')], '{session}.{account_id}.{account_name}.{role}')).toEqual([
      'corp.012345678901.Acme.Reader',
    ]);
  });

  it('gives each of several equal names its account’s number', () => {
    const twins = [role('Prod'), role('prod', 'Reader', '999999999999'), role('Other')];
    expect(names(twins)).toEqual(['Prod-Reader-012345678901', 'prod-Reader-999999999999', 'Other-Reader']);
  });

  it('leaves names of others alone', () => {
    expect(names([role('Prod')], defaultTemplate, ['prod-reader'])).toEqual(['Prod-Reader-012345678901']);
    expect(names([role('default', 'x')], '{account_name}{role}', ['DEFAULTX'])).toEqual(['defaultx-012345678901']);
  });

  const anyRole = fc.record({
    accountId: fc.stringMatching(/^\d{12}$/),
    accountName: fc.oneof(anyText(), fc.constantFrom('Prod', 'prod', 'default', '__proto__', ' ')),
    roleName: fc.stringMatching(/^[\w+=,.@-]{1,64}$/),
  });
  const distinct = fc.uniqueArray(anyRole, { selector: (one) => `${one.accountId} ${one.roleName}`, maxLength: 40 });

  it('are read by every SDK, told apart, and never somebody else’s, whatever AWS lists', () => {
    fc.assert(
      fc.property(
        distinct,
        fc.array(fc.string()),
        fc.constantFrom(defaultTemplate, '{role}@{account_id}', 'x {account_name} / {role}'),
        (roles, taken, template) => {
          const made = names(roles, template, taken);
          expect(made).toHaveLength(roles.length);
          for (const name of made) expect(name).toMatch(/^[A-Za-z0-9_.@+-]{1,160}$/);
          const lower = made.map((name) => name.toLowerCase());
          expect(new Set(lower).size).toBe(lower.length);
          const others = new Set(taken.map((name) => name.toLowerCase()));
          expect(lower.some((name) => others.has(name) || name === 'default' || name === '__proto__')).toBe(false);
        },
      ),
    );
  });

  it('do not depend on the order in which AWS lists the accounts', () => {
    fc.assert(
      fc.property(distinct, (roles) => {
        const byRole = (list: NamedRole[]) =>
          new Map(list.map((one, index) => [`${one.accountId} ${one.roleName}`, names(list)[index]]));
        const there = byRole(roles);
        const back = byRole([...roles].reverse());
        const accounts = new Set(roles.map(({ accountId, accountName }) => `${accountId}${accountName}`));
        // Two names for one account is what AWS never lists.
        if (accounts.size === new Set(roles.map(({ accountId }) => accountId)).size && !hasCounter(there))
          expect(back).toEqual(there);
      }),
    );
  });
});

const hasCounter = (made: Map<string, string | undefined>) =>
  [...made.values()].some((name) => /\d{12}-\d+$/.test(name ?? ''));

describe('templates', () => {
  it.each(['{account_name}', '{role}', '{account_name}-{role', '{account_name}-{role}-{email}', ''])(
    '%j cannot be used',
    (template) => {
      expect(templateProblem(template)).toBeTypeOf('string');
    },
  );

  it.each([defaultTemplate, '{account_id}/{role}', '{session}-{account_name}-{role}'])('%j can', (template) => {
    expect(templateProblem(template)).toBeUndefined();
  });
});
