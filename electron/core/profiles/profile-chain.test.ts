import { describe, expect, it } from 'vitest';
import type { AwsFilesContent, SectionValues } from '../aws-files.ts';
import { chainOf } from './profile-chain.ts';

const roleArn = (name: string) => `arn:aws:iam::111122223333:role/${name}`;
const key = {
  aws_access_key_id: 'AKIAIOSFODNN7EXAMPLE',
  aws_secret_access_key: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
};
const kept = { accessKeyId: 'AKIAI44QH8DHBEXAMPLE', userArn: 'arn:aws:iam::111122223333:user/ada', addedAt: 1 };

function content(
  profiles: Record<string, SectionValues>,
  ssoSessions: Record<string, SectionValues> = {},
): AwsFilesContent {
  return {
    profiles: new Map(Object.entries(profiles)),
    ssoSessions: new Map(Object.entries(ssoSessions)),
    services: new Map(),
    problems: [],
  };
}

describe('the chain of a profile', () => {
  it('goes through roles to the access key, each with its own parameters', () => {
    const files = content({
      base: { ...key, mfa_serial: 'arn:aws:iam::1:mfa/ada', region: 'eu-west-1' },
      middle: { role_arn: roleArn('middle'), source_profile: 'base', external_id: 'x-1' },
      end: { role_arn: roleArn('end'), source_profile: 'middle', duration_seconds: '900', role_session_name: 'ada' },
    });
    expect(chainOf('end', files, {})).toEqual({
      ok: true,
      value: [
        {
          kind: 'access-key',
          profile: 'base',
          store: 'file',
          accessKeyId: key.aws_access_key_id,
          mfaSerial: 'arn:aws:iam::1:mfa/ada',
          region: 'eu-west-1',
        },
        { kind: 'assume-role', profile: 'middle', roleArn: roleArn('middle'), externalId: 'x-1' },
        { kind: 'assume-role', profile: 'end', roleArn: roleArn('end'), durationSeconds: 900, roleSessionName: 'ada' },
      ],
    });
  });

  it('ends at static keys in a source profile, also when that names a role', () => {
    const files = content({
      both: { ...key, role_arn: roleArn('both'), source_profile: 'nowhere' },
      end: { role_arn: roleArn('end'), source_profile: 'both' },
    });
    expect(chainOf('end', files, {})).toMatchObject({
      value: [{ kind: 'access-key', profile: 'both' }, { profile: 'end' }],
    });
  });

  it('uses its own static keys when it names itself', () => {
    const files = content({ me: { ...key, role_arn: roleArn('me'), source_profile: 'me' } });
    expect(chainOf('me', files, {})).toMatchObject({ value: [{ kind: 'access-key' }, { kind: 'assume-role' }] });
    expect(chainOf('me', content({ me: { role_arn: roleArn('me'), source_profile: 'me' } }), {})).toMatchObject({
      failure: { kind: 'chain-missing', profile: 'me' },
    });
  });

  it('prefers the key in the keychain, and finds one that is in no file', () => {
    const files = content({ base: key, end: { role_arn: roleArn('end'), source_profile: 'alone' } });
    const index = { base: kept, alone: kept };
    expect(chainOf('base', files, index)).toMatchObject({
      value: [{ store: 'keychain', accessKeyId: kept.accessKeyId }],
    });
    expect(chainOf('end', files, index)).toMatchObject({ value: [{ store: 'keychain', profile: 'alone' }, {}] });
  });

  it('reads an adopted profile as it was before, and never follows its own process', () => {
    const files = content({
      base: { credential_process: '"/home/a b/bin/rolecall" credentials base' },
      end: {
        rolecall_role_arn: roleArn('end'),
        rolecall_source_profile: 'base',
        credential_process: '/home/ada/.local/share/rolecall/bin/rolecall credentials end',
      },
      other: { rolecall_credential_process: '/opt/vault', credential_process: '/x/rolecall credentials other' },
    });
    expect(chainOf('end', files, { base: kept })).toMatchObject({
      value: [{ profile: 'base' }, { roleArn: roleArn('end') }],
    });
    expect(chainOf('base', files, {})).toMatchObject({ failure: { kind: 'key-missing', profile: 'base' } });
    expect(chainOf('other', files, {})).toMatchObject({ value: [{ credentialProcess: '/opt/vault' }] });
  });

  it.each([
    ['a credential source', { role_arn: roleArn('a'), credential_source: 'EcsContainer' }, 'credential-source'],
    ['a web identity', { role_arn: roleArn('a'), web_identity_token_file: '/t' }, 'web-identity'],
    ['a process', { credential_process: '/opt/vault get' }, 'credential-process'],
    ['a login', { login_session: 'arn:aws:iam::1:user/ada' }, 'login-session'],
    ['a sign-in', { sso_session: 's', sso_account_id: '000000000001', sso_role_name: 'r' }, 'identity-center'],
    [
      'a legacy sign-in',
      { sso_start_url: 'u', sso_region: 'r', sso_account_id: '1', sso_role_name: 'r' },
      'identity-center',
    ],
  ])('starts from %s', (_name, values, kind) => {
    const files = content({ a: values }, { s: { sso_start_url: 'u', sso_region: 'eu-west-1' } });
    expect(chainOf('a', files, {})).toMatchObject({
      ok: true,
      value: expect.arrayContaining([expect.objectContaining({ kind, profile: 'a' })]),
    });
  });

  it.each([
    ['an unknown name', {}, 'profile-not-found'],
    ['only a region', { a: { region: 'x' } }, 'key-missing'],
    ['no source', { a: { role_arn: roleArn('a') } }, 'chain-missing'],
    ['an unknown source', { a: { role_arn: roleArn('a'), source_profile: 'gone' } }, 'chain-missing'],
    ['half a key', { a: { aws_access_key_id: 'AKIAIOSFODNN7EXAMPLE' } }, 'chain-missing'],
    [
      'a sign-in without session',
      { a: { sso_session: 's', sso_account_id: '1', sso_role_name: 'r' } },
      'chain-missing',
    ],
    [
      'two sources',
      { a: { role_arn: roleArn('a'), source_profile: 'b', credential_source: 'Environment' } },
      'chain-contradiction',
    ],
    [
      'an unknown credential source',
      { a: { role_arn: roleArn('a'), credential_source: 'Moon' } },
      'chain-contradiction',
    ],
    [
      'a duration in words',
      { a: { role_arn: roleArn('a'), source_profile: 'b', duration_seconds: '1h' } },
      'chain-contradiction',
    ],
  ])('fails with a name and a remedy: %s', (_name, profiles, kind) => {
    const result = chainOf('a', content(profiles as Record<string, SectionValues>), {});
    expect(result).toMatchObject({ ok: false, failure: { kind, profile: 'a', remedy: expect.stringMatching(/\w/) } });
  });

  it('names the circle', () => {
    const link = (to: string) => ({ role_arn: roleArn(to), source_profile: to });
    const files = content({ in: link('a'), a: link('b'), b: link('c'), c: link('a') });
    expect(chainOf('in', files, {})).toMatchObject({
      failure: { kind: 'chain-cycle', profile: 'c', message: expect.stringContaining('a → b → c → a') },
    });
  });

  it('treats names of the prototype as names', () => {
    expect(chainOf('__proto__', content({}), {})).toMatchObject({ failure: { kind: 'profile-not-found' } });
    expect(chainOf('constructor', content({}), {})).toMatchObject({ failure: { kind: 'profile-not-found' } });
  });
});
