import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AwsFilesContent, SectionValues } from '../../aws-files.ts';
import type { SsoSession } from '../sso-session.ts';
import { type ImportPlan, planImport } from './import-plan.ts';
import { markerKey } from './marker.ts';
import type { Organisation } from './organisation.ts';
import { defaultTemplate } from './profile-names.ts';

const session: SsoSession = {
  name: 'corp',
  startUrl: 'https://corp.example/start',
  region: 'eu-central-1',
  scopes: ['sso:account:access'],
  legacy: false,
};
const choice = { template: defaultTemplate, region: 'eu-west-1', accountIds: [], roleNames: [] };
type Accounts = Record<string, readonly [name: string, ...roles: string[]]>;
const [one, two] = ['111111111111', '222222222222'];

function organisationOf(accounts: Accounts): Organisation {
  return {
    session: 'corp',
    startUrl: session.startUrl,
    region: session.region,
    readAt: 0,
    accounts: Object.entries(accounts).map(([accountId, [accountName, ...roles]]) => ({
      accountId,
      accountName,
      roles,
    })),
  };
}
function contentOf(profiles: ReadonlyMap<string, SectionValues>): AwsFilesContent {
  return { profiles, ssoSessions: new Map(), services: new Map(), problems: [] };
}
const plan = (mode: 'import' | 'sync', accounts: Accounts, profiles: ReadonlyMap<string, SectionValues>, more = {}) =>
  planImport(mode, {
    organisation: organisationOf(accounts),
    session,
    choice: { ...choice, ...more },
    content: contentOf(profiles),
  });

/** The config file after the edit. */
function written(profiles: ReadonlyMap<string, SectionValues>, { edit }: ImportPlan): Map<string, SectionValues> {
  const after = new Map(profiles);
  for (const { name } of edit.remove) after.delete(name);
  for (const { from, to, keys } of edit.rename) {
    after.delete(from);
    after.set(to, Object.fromEntries(keys));
  }
  for (const { name, keys } of edit.add) after.set(name, Object.fromEntries(keys));
  return after;
}
const imported = (accounts: Accounts) => written(new Map(), plan('import', accounts, new Map()));

describe('an import', () => {
  it('writes a profile for each role that has none', () => {
    const own = new Map([['mine', { sso_session: 'corp', sso_account_id: one, sso_role_name: 'Reader' }]]);
    const planned = plan('import', { [one]: ['Prod', 'Reader', 'Admin'], [two]: ['Dev', 'Reader'] }, own);
    expect(planned).toMatchObject({ already: 1, removed: [], renamed: [], left: [] });
    expect(planned.edit.add).toEqual([
      {
        name: 'Prod-Admin',
        keys: [
          ['sso_session', 'corp'],
          ['sso_account_id', one],
          ['sso_role_name', 'Admin'],
          ['region', 'eu-west-1'],
          [markerKey, `${one} Admin Prod-Admin Prod eu-west-1`],
        ],
      },
      expect.objectContaining({ name: 'Dev-Reader' }),
    ]);
  });

  it('takes the chosen accounts and roles only', () => {
    const accounts: Accounts = { [one]: ['Prod', 'Reader', 'Admin'], [two]: ['Dev', 'Reader'] };
    const planned = plan('import', accounts, new Map(), { accountIds: [one], roleNames: ['Reader'] });
    expect(planned.added.map(({ profile }) => profile)).toEqual(['Prod-Reader']);
  });

  it('removes and renames nothing', () => {
    const profiles = imported({ [one]: ['Prod', 'Reader'], [two]: ['Dev', 'Reader'] });
    expect(plan('import', { [one]: ['Renamed', 'Reader'] }, profiles)).toMatchObject({
      added: [],
      removed: [],
      renamed: [],
    });
  });

  it('writes the whole form for legacy profiles', () => {
    const planned = planImport('import', {
      organisation: organisationOf({ [one]: ['Prod', 'Reader'] }),
      session: { ...session, name: session.startUrl, legacy: true },
      choice: { ...choice, region: undefined },
      content: contentOf(new Map()),
    });
    expect(planned.edit.add[0]?.keys.slice(0, 2)).toEqual([
      ['sso_start_url', session.startUrl],
      ['sso_region', session.region],
    ]);
  });
});

describe('a sync', () => {
  const before: Accounts = { [one]: ['Prod', 'Reader', 'Admin'], [two]: ['Dev', 'Reader'] };
  const after: Accounts = { [one]: ['Production', 'Reader', 'Auditor'] };

  it('shows what is new, gone and renamed', () => {
    const planned = plan('sync', after, imported(before));
    expect(planned.added.map(({ profile }) => profile)).toEqual(['Production-Auditor']);
    expect(planned.removed.map(({ profile }) => profile).sort()).toEqual(['Dev-Reader', 'Prod-Admin']);
    expect(planned.renamed).toMatchObject([{ from: 'Prod-Reader', profile: 'Production-Reader' }]);
  });

  it('has nothing left to do after it was written', () => {
    const profiles = imported(before);
    const done = written(profiles, plan('sync', after, profiles));
    expect(plan('sync', after, done)).toMatchObject({ added: [], removed: [], renamed: [], left: [] });
  });

  it.each([
    ['another region', { region: 'us-east-1' }],
    ['a key of their own', { output: 'json' }],
    ['an adoption', { credential_process: '/x/rolecall credentials Prod-Reader' }],
  ])('leaves a profile alone that got %s', (_, change) => {
    const profiles = imported(before);
    for (const [name, values] of profiles) profiles.set(name, { ...values, ...change });
    const planned = plan('sync', after, profiles);
    expect(planned).toMatchObject({ removed: [], renamed: [] });
    expect(planned.left.map(({ because }) => because)).toEqual(['changed', 'changed', 'changed']);
  });

  it('leaves a profile alone that the person renamed', () => {
    const profiles = imported(before);
    const values = profiles.get('Dev-Reader') ?? {};
    profiles.delete('Dev-Reader');
    profiles.set('my-dev', values);
    expect(plan('sync', after, profiles).left).toContainEqual({ profile: 'my-dev', why: 'gone', because: 'changed' });
  });

  it('leaves a source of other profiles alone', () => {
    const profiles = imported(before).set('deploy', {
      role_arn: 'arn:aws:iam::1:role/x',
      source_profile: 'Prod-Reader',
    });
    expect(plan('sync', after, profiles).left).toContainEqual({
      profile: 'Prod-Reader',
      why: 'renamed',
      because: 'used',
    });
  });

  it('renames nothing where the template has no account’s name', () => {
    const template = '{account_id}-{role}';
    const profiles = written(new Map(), plan('import', before, new Map(), { template }));
    expect(plan('sync', { ...before, [one]: ['Other', 'Reader', 'Admin'] }, profiles, { template })).toMatchObject({
      added: [],
      renamed: [],
    });
  });

  const role = fc.constantFrom('Reader', 'Admin', 'Audit');
  const accounts = fc.dictionary(
    fc.constantFrom(one, two, '333333333333', '444444444444'),
    fc
      .tuple(fc.constantFrom('Prod', 'prod', 'Dev', 'Ops', '東京'), fc.uniqueArray(role))
      .map(([name, roles]) => [name, ...roles] as [string, ...string[]]),
  );

  it('never touches what the person wrote or changed, and settles at once', () => {
    fc.assert(
      fc.property(
        accounts,
        accounts,
        fc.nat(),
        fc.constantFrom('region', 'output', 'sso_role_name'),
        (was, is, pick, key) => {
          const profiles = imported(was).set('Prod-Reader-x', { region: 'us-east-1' });
          const names = [...profiles.keys()];
          const mine = names[pick % names.length] ?? '';
          const changed = { ...profiles.get(mine), [key]: 'changed-by-me' };
          profiles.set(mine, changed);
          const done = written(profiles, plan('sync', is, profiles));
          expect(done.get(mine)).toEqual(changed);
          expect(done.get('Prod-Reader-x')).toBeDefined();
          expect(plan('sync', is, done)).toMatchObject({ added: [], removed: [], renamed: [] });
        },
      ),
    );
  });
});
