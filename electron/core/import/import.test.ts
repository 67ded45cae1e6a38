import { describe, expect, it } from 'vitest';
import { importPartitions } from '../../aws/import-partitions.ts';
import { iniSections } from '../../config/ini-sections.ts';
import { planImport } from './plan-import.ts';
import { readImport } from './read-import.ts';

const read = (text: string) => readImport(text, importPartitions, iniSections);
function good(text: string) {
  const result = read(text);
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}
const section = (name: string, values: object, needsSource = false) => ({ kind: 'profile', name, values, needsSource });
const nothing = { profiles: new Map(), ssoSessions: new Map() };
const link = (host: string, query: string) => `https://${host}/switchrole?${query}`;

describe('a switch-role link', () => {
  it.each([
    ['signin.aws.amazon.com', 'aws'],
    ['eu-west-1.signin.aws.amazon.com', 'aws'],
    ['signin.amazonaws.cn', 'aws-cn'],
    ['signin.amazonaws-us-gov.com', 'aws-us-gov'],
    ['us-gov-west-1.signin.amazonaws-us-gov.com', 'aws-us-gov'],
    ['signin.amazonaws-eusc.eu', 'aws-eusc'],
    ['signin.c2shome.ic.gov', 'aws-iso'],
    ['signin.sc2shome.sgov.gov', 'aws-iso-b'],
  ])('of %s leads to a role of %s', (host, partition) => {
    const query = 'account=012345678901&roleName=team%2Fnested/Admin&displayName=Acme+%7C+Pr%C3%B6d&color=F2B0A9';
    expect(good(link(host, query)).sections).toEqual([
      section('Acme-Prod', { role_arn: `arn:${partition}:iam::012345678901:role/team/nested/Admin` }, true),
    ]);
  });

  it.each([
    [link('signin.aws.amazon.com.evil.example', 'account=012345678901&roleName=x'), 'not a link for switching roles'],
    ['http://signin.aws.amazon.com/switchrole?account=012345678901&roleName=x', 'not a link'],
    [link('signin.aws.amazon.com', 'roleName=x'), 'names no account'],
    [link('signin.aws.amazon.com', 'account=acme&roleName=x'), 'by its alias'],
    [link('signin.aws.amazon.com', 'account=012345678901&roleName=a%0Ab'), 'not the name of a role'],
  ])('that is wrong is refused: %s', (text, why) => {
    expect(read(text)).toMatchObject({ failure: { kind: 'bad-input', message: expect.stringContaining(why) } });
  });

  it('is found in a page of bookmarks', () => {
    const one = link('signin.aws.amazon.com', 'account=012345678901&amp;roleName=A&amp;displayName=a');
    const bad = link('signin.aws.amazon.com', 'account=alias&amp;roleName=B');
    const page = `<DL><A HREF="${one}">a</A> <A HREF="${one}">a</A> <A HREF="${bad}">b</A></DL>`;
    expect(good(page)).toMatchObject({ sections: [{ name: 'a' }], left: [{ why: expect.stringContaining('alias') }] });
  });
});

describe('files of other tools', () => {
  it('AWS Extend Switch Roles: roles by ARN or account, base accounts, colours', () => {
    const text = `
[organization1]
aws_account_id = your-account-alias

[Org1 Account1]
role_arn = arn:aws:iam::123456789012:role/Role1
source_profile = organization1
color = ffaaee

; a comment
[profile cn]
aws_account_id = 098765432109
role_name = ops/Role2
region = cn-north-1

[alias]
aws_account_id = account-3-alias
role_name = Other
`;
    expect(good(text)).toEqual({
      from: 'AWS Extend Switch Roles',
      sections: [
        section('Org1-Account1', { role_arn: 'arn:aws:iam::123456789012:role/Role1' }, true),
        section('cn', { role_arn: 'arn:aws-cn:iam::098765432109:role/ops/Role2', region: 'cn-north-1' }, true),
      ],
      left: [
        { what: '[alias], line 16', why: expect.stringContaining('alias') },
        { what: 'color', why: expect.any(String) },
      ],
    });
  });

  it('granted: its own keys become AWS’s, its command stays behind', () => {
    const text = `
[profile tax/View]
granted_sso_start_url      = https://d-976708da7d.awsapps.com/start
granted_sso_region         = ap-southeast-2
granted_sso_account_id     = 079203389603
granted_sso_role_name      = View
common_fate_generated_from = aws-sso
credential_process         = granted credential-process --profile tax/View
[profile keyed]
credential_process = granted credential-process --profile keyed
region = eu-west-1
`;
    const { from, sections, left } = good(text);
    expect(from).toBe('granted');
    expect(sections).toEqual([
      section('tax/View', {
        sso_start_url: 'https://d-976708da7d.awsapps.com/start',
        sso_region: 'ap-southeast-2',
        sso_account_id: '079203389603',
        sso_role_name: 'View',
      }),
      section('keyed', { region: 'eu-west-1' }),
    ]);
    expect(left).toEqual([{ what: '[profile keyed], line 9', why: expect.stringContaining('granted’s own store') }]);
  });

  it('aws-vault: what profiles include is written out; commands and secrets stay behind', () => {
    const text = `
[profile root]
mfa_serial = arn:aws:iam::1:mfa/ada
region = eu-west-1
[profile mid]
include_profile = root
region = us-east-1
mfa_process = steal everything
[profile role]
include_profile = mid
role_arn = arn:aws:iam::012345678901:role/r
source_profile = root
[profile keyed]
aws_access_key_id = AKIAIOSFODNN7EXAMPLE
aws_secret_access_key = canary
[sso-session corp]
sso_start_url = https://x.awsapps.com/start
sso_region = eu-west-1
`;
    const imported = good(text);
    expect(imported.sections).toMatchObject([
      { name: 'root' },
      { name: 'mid', values: { mfa_serial: 'arn:aws:iam::1:mfa/ada', region: 'us-east-1' } },
      {
        name: 'role',
        values: { mfa_serial: 'arn:aws:iam::1:mfa/ada', region: 'us-east-1', source_profile: 'root' },
      },
      { kind: 'sso-session', name: 'corp', values: { sso_region: 'eu-west-1' } },
    ]);
    expect(JSON.stringify(imported)).not.toMatch(/canary|steal/);
    expect(imported.left.map(({ what }) => what)).toEqual(['[profile mid], line 5', '[profile keyed], line 13']);
  });

  it('Leapp: says plainly that its workspace is encrypted, and reads one in clear', () => {
    expect(read('U2FsdGVkX19zYWx0c2FsdGNpcGhlcg==')).toMatchObject({
      failure: { kind: 'not-supported', message: expect.stringContaining('encrypts') },
    });
    const session = { status: 0, region: 'eu-west-1', profileId: 'p' };
    const workspace = {
      _sessions: [
        { ...session, sessionId: 'u', sessionName: 'my user', type: 'awsIamUser', mfaDevice: 'arn:aws:iam::1:mfa/a' },
        {
          ...session,
          sessionId: 'c',
          sessionName: 'chained',
          type: 'awsIamRoleChained',
          roleArn: 'arn:aws:iam::012345678901:role/r',
          parentSessionId: 'u',
          roleSessionName: 'assumed-from-leapp',
        },
        {
          ...session,
          sessionId: 's',
          sessionName: 'sso',
          type: 'awsSsoRole',
          roleArn: 'arn:aws:iam::012345678901/Admin',
          awsSsoConfigurationId: 'i',
        },
        { ...session, sessionId: 'f', sessionName: 'saml', type: 'awsIamRoleFederated' },
      ],
      _awsSsoIntegrations: [{ id: 'i', portalUrl: 'https://x.awsapps.com/start', region: 'eu-central-1' }],
    };
    const { sections, left } = good(JSON.stringify(workspace));
    expect(sections).toMatchObject([
      { name: 'my-user', values: { mfa_serial: 'arn:aws:iam::1:mfa/a' } },
      { name: 'chained', values: { source_profile: 'my-user', role_session_name: 'assumed-from-leapp' } },
      { name: 'sso', values: { sso_account_id: '012345678901', sso_role_name: 'Admin', sso_region: 'eu-central-1' } },
    ]);
    expect(left.map(({ what }) => what)).toEqual(['the session “my user”', 'the session “saml”']);
  });

  it.each(['', 'hello', '{"a":1}', '[x]\n', '{broken'])('nothing that is known is refused: %j', (text) => {
    expect(read(text)).toMatchObject({ failure: { kind: 'bad-input' } });
  });
});

describe('a plan', () => {
  const roles = good('[a]\naws_account_id=012345678901\nrole_name=A\n[b]\naws_account_id=012345678901\nrole_name=B\n');
  const user = { ...nothing, profiles: new Map([['ada', {}]]) };

  it('needs to know who assumes the roles', () => {
    expect(planImport(roles, user, {})).toMatchObject({ failure: { remedy: expect.stringContaining('--source') } });
    expect(planImport(roles, user, { source: 'bob' })).toMatchObject({ failure: { kind: 'bad-input' } });
    expect(planImport(roles, user, { source: 'ada' })).toMatchObject({
      value: { add: [{ name: 'a', values: { source_profile: 'ada' } }, { name: 'b' }] },
    });
  });

  it('does not touch what is there: the same is named, others are refused', () => {
    const there = {
      ...nothing,
      profiles: new Map<string, Record<string, string>>([
        ['ada', {}],
        ['a', { role_arn: 'arn:aws:iam::012345678901:role/A', rolecall_source_profile: 'ada' }],
      ]),
    };
    expect(planImport(roles, there, { source: 'ada' })).toMatchObject({ value: { add: [{ name: 'b' }], same: ['a'] } });
    there.profiles.set('b', { role_arn: 'other' });
    expect(planImport(roles, there, { source: 'ada' })).toMatchObject({
      failure: {
        kind: 'already-there',
        message: expect.stringContaining('b'),
        remedy: expect.stringContaining('--prefix'),
      },
    });
    expect(planImport(roles, there, { source: 'ada', prefix: 'new-' })).toMatchObject({
      value: { add: [{ name: 'new-a' }, { name: 'new-b' }] },
    });
    expect(planImport(roles, there, { source: 'ada', name: 'x' })).toMatchObject({ failure: { kind: 'bad-input' } });
  });

  it('lets sources inside follow a prefix', () => {
    const chain = good('[base]\nregion = x\n[r]\nrole_arn = arn:aws:iam::012345678901:role/r\nsource_profile = base\n');
    expect(planImport(chain, nothing, { prefix: 'p-' })).toMatchObject({
      value: { add: [{ name: 'p-base' }, { name: 'p-r', values: { source_profile: 'p-base' } }] },
    });
  });
});
