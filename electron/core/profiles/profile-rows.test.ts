import { describe, expect, it } from 'vitest';
import type { AwsFilesContent, SectionValues } from '../aws-files.ts';
import { defaultSettings, type Settings } from '../settings.ts';
import { chainOf } from './profile-chain.ts';
import { isDefaultHandedOver } from './profile-facts.ts';
import { createProfileRows } from './profile-rows.ts';

const roleArn = (name: string) => `arn:aws:iam::111122223333:role/path/${name}`;
const kept = { accessKeyId: 'AKIAI44QH8DHBEXAMPLE', userArn: 'arn:aws:iam::444455556666:user/ada', addedAt: 1 };

function content(profiles: Record<string, SectionValues>): AwsFilesContent {
  return { profiles: new Map(Object.entries(profiles)), ssoSessions: new Map(), services: new Map(), problems: [] };
}

function rows(profiles: Record<string, SectionValues>, settings: Partial<Settings> = {}) {
  return profileRows(content(profiles), { ...defaultSettings, ...settings });
}

const profileRows = (content: AwsFilesContent, settings: Settings) => createProfileRows()(content, settings);

describe('the list of profiles', () => {
  it('shows nothing that turns round or breaks what stands beside it', () => {
    const [row] = rows({ a: { role_arn: roleArn('ad\u202emin'), source_profile: 'gone\u001b[2J', region: 'eu\n1' } });
    expect(row).toMatchObject({ roleName: 'ad\uFFFDmin', region: 'eu\uFFFD1' });
    expect(row?.failure?.message).toContain('gone\uFFFD[2J');
  });

  it('shows what leads to a role or a user, sorted, and leaves out the rest', () => {
    const found = rows(
      {
        prod: { role_arn: roleArn('admin'), source_profile: 'base', region: 'eu-west-1' },
        base: { region: 'x' },
        plain: { region: 'y', output: 'json' },
        broken: { role_arn: roleArn('b'), source_profile: 'gone' },
      },
      {
        accessKeys: { base: kept, alone: kept },
        pins: ['prod'],
        recents: [
          { profile: 'prod', usedAt: 9 },
          { profile: 'prod', usedAt: 5 },
        ],
      },
    );
    expect(found.map((row) => row.name)).toEqual(['alone', 'base', 'broken', 'prod']);
    expect(found[3]).toEqual({
      name: 'prod',
      careful: false,
      production: true,
      colour: 'red',
      kind: 'role',
      accountId: '111122223333',
      roleName: 'admin',
      roleArn: roleArn('admin'),
      region: 'eu-west-1',
      source: 'base',
      needsCode: false,
      pinned: true,
      lastUsedAt: 9,
      rankAt: 9,
      adopted: false,
    });
    expect(found[1]).toMatchObject({ kind: 'user', accountId: '444455556666', region: 'x' });
    expect(found[2]).toMatchObject({ kind: 'role', failure: { kind: 'chain-missing', profile: 'broken' } });
  });

  it('calls an account as the person does, else as the organisation did it was imported from', () => {
    const imported = (account: string, name: string) => ({
      sso_start_url: 'https://acme.awsapps.com/start',
      sso_region: 'eu-central-1',
      sso_account_id: account,
      sso_role_name: 'Admin',
      rolecall_imported: `${account} Admin x ${name} -`,
    });
    const found = rows(
      { a: imported('111122223333', 'Acme-Production'), b: imported('444455556666', 'Acme-Billing') },
      { accounts: { '444455556666': { name: 'Invoices' } } },
    );
    expect(found).toMatchObject([
      { name: 'a', accountName: 'Acme-Production', colour: 'red' },
      { name: 'b', accountName: 'Invoices' },
    ]);
    expect(found[1]?.colour).toBeUndefined();
  });

  it('says that a code is needed when the profile or its source has an MFA device', () => {
    const found = rows(
      {
        base: { mfa_serial: 'm' },
        viaSource: { role_arn: roleArn('a'), source_profile: 'base' },
        own: { role_arn: roleArn('a'), source_profile: 'free', mfa_serial: 'm' },
        none: { role_arn: roleArn('a'), source_profile: 'free' },
      },
      { accessKeys: { base: kept, free: kept } },
    );
    expect(found.filter((row) => row.needsCode).map((row) => row.name)).toEqual(['base', 'own', 'viaSource']);
  });

  it('hides [default] once it was handed over, and marks adopted profiles', () => {
    const profiles = {
      default: { region: 'x', credential_process: '/d/bin/rolecall credentials' },
      a: {
        rolecall_role_arn: roleArn('a'),
        rolecall_source_profile: 'b',
        credential_process: '/d/rolecall credentials a',
      },
    };
    expect(isDefaultHandedOver(content(profiles))).toBe(true);
    expect(rows(profiles, { accessKeys: { b: kept } })).toMatchObject([
      { name: 'a', adopted: true, kind: 'role' },
      { name: 'b' },
    ]);
    expect(isDefaultHandedOver(content({ default: { credential_process: '/x credentials' } }))).toBe(false);
  });

  it('fails in the list just as the chain does, for every profile of a circle and on its way', () => {
    const link = (to: string) => ({ role_arn: roleArn(to), source_profile: to });
    const profiles = { in: link('a'), a: link('b'), b: link('a'), self: link('self') };
    for (const row of rows(profiles)) {
      const chain = chainOf(row.name, content(profiles), {});
      expect(row.failure?.kind).toBe(chain.ok ? undefined : chain.failure.kind);
    }
  });

  it('walks one chain of 12,000 profiles, and one circle of as many, without walking it again for each', () => {
    let reads = 0;
    const counting = (values: SectionValues) => {
      reads++;
      return values;
    };
    for (const last of ['key', 'p0']) {
      const profiles = new Map<string, SectionValues>();
      for (let i = 0; i < 12_000; i++)
        profiles.set(`p${i}`, { role_arn: roleArn('r'), source_profile: i === 11_999 ? last : `p${i + 1}` });
      reads = 0;
      const get = profiles.get.bind(profiles);
      profiles.get = (name) => {
        const values = get(name);
        return values && counting(values);
      };
      const found = profileRows(
        { profiles, ssoSessions: new Map(), services: new Map(), problems: [] },
        { ...defaultSettings, accessKeys: { key: kept } },
      );
      expect(found.length).toBeGreaterThanOrEqual(12_000);
      expect(found.some((row) => row.failure?.kind === 'chain-cycle')).toBe(last === 'p0');
      expect(reads).toBeLessThan(12_000 * 5);
    }
  });
});

describe('the list after a change of what was chosen', () => {
  const read = content({
    'team-10': { role_arn: roleArn('a'), source_profile: 'base' },
    'team-9': { role_arn: roleArn('a'), source_profile: 'base' },
    prod: { role_arn: roleArn('a'), source_profile: 'base' },
  });

  it('has new rows for what changed, and the same for the rest', () => {
    const rowsOf = createProfileRows();
    const before = rowsOf(read, defaultSettings);
    expect(before.map(({ name }) => name)).toEqual(['prod', 'team-9', 'team-10']);
    const used = rowsOf(read, { ...defaultSettings, recents: [{ profile: 'team-9', usedAt: 7 }] });
    expect(used[1]).toEqual({ ...before[1], lastUsedAt: 7, rankAt: 7 });
    expect([used[0] === before[0], used[2] === before[2]]).toEqual([true, true]);
    expect(rowsOf(read, defaultSettings)).toEqual(before);
  });

  it('takes every choice in, and every one back', () => {
    const rowsOf = createProfileRows();
    const before = rowsOf(read, defaultSettings);
    const choices: Partial<Settings>[] = [
      { pins: ['prod'] },
      { careful: ['prod'] },
      { accounts: { '111122223333': { name: 'Shop' } } },
      { accounts: { '111122223333': { colour: 'none' } } },
      { accounts: { '111122223333': { colour: 'blue' } } },
      { accessKeys: { base: kept } },
    ];
    for (const choice of choices) {
      const settings = { ...defaultSettings, ...choice };
      expect(rowsOf(read, settings)).toEqual(profileRows(read, settings));
      expect(rowsOf(read, settings)).not.toEqual(before);
    }
    expect(rowsOf(read, { ...defaultSettings, accessKeys: {} })).toEqual(before);
    const none = rowsOf(read, { ...defaultSettings, accounts: { '111122223333': { colour: 'none' } } });
    expect(none[0]?.colour).toBeUndefined();
  });
});
