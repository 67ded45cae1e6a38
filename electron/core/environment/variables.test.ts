import { describe, expect, it } from 'vitest';
import { shellNamed, shellText } from './shell-text.ts';
import { credentialVariables, type EnvironmentChange, profileVariables } from './variables.ts';

function change(profile: { name: string; region?: string }): EnvironmentChange {
  const made = profileVariables(profile);
  if (!made.ok) throw new Error(made.failure.message);
  return made.value;
}

describe('the name of a profile for a shell', () => {
  const prod = change({ name: 'prod', region: 'eu-central-1' });

  it('takes away what would win over it', () =>
    expect(shellText('bash', prod)).toBe(
      [
        'unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN AWS_CREDENTIAL_EXPIRATION AWS_DEFAULT_PROFILE',
        'export AWS_PROFILE=prod',
        'export AWS_REGION=eu-central-1',
        'export AWS_DEFAULT_REGION=eu-central-1',
        '',
      ].join('\n'),
    ));

  it('leaves no region of another profile behind', () =>
    expect(shellText('fish', change({ name: 'prod' }))).toBe(
      [
        'set -e AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN AWS_CREDENTIAL_EXPIRATION AWS_DEFAULT_PROFILE AWS_REGION AWS_DEFAULT_REGION',
        'set -gx AWS_PROFILE prod',
        '',
      ].join('\n'),
    ));

  it('speaks PowerShell', () => {
    const text = shellText('powershell', prod);
    expect(text).toContain('Remove-Item -ErrorAction Ignore Env:AWS_ACCESS_KEY_ID, Env:AWS_SECRET_ACCESS_KEY,');
    expect(text).toContain("\n$env:AWS_PROFILE = 'prod'\n$env:AWS_REGION = 'eu-central-1'\n");
  });

  it.each([
    ["it's $(id) `id` \\", "'it'\\''s $(id) `id` \\'", "'it\\'s $(id) `id` \\\\'", "'it''s $(id) `id` \\'"],
    ['a b', "'a b'", "'a b'", "'a b'"],
    ['=ls', "'=ls'", "'=ls'", "'=ls'"],
    ['~root', "'~root'", "'~root'", "'~root'"],
    ['x\u2019;calc', "'x\u2019;calc'", "'x\u2019;calc'", "'x\u2019\u2019;calc'"],
  ])('is one word, whatever is in it: %s', (name, posix, fish, powershell) => {
    expect(shellText('bash', change({ name }))).toContain(`export AWS_PROFILE=${posix}\n`);
    expect(shellText('fish', change({ name }))).toContain(`set -gx AWS_PROFILE ${fish}\n`);
    expect(shellText('powershell', change({ name }))).toContain(`$env:AWS_PROFILE = ${powershell}\n`);
  });

  it.each(['a\nrm -rf x', 'a\u001b[201~x', 'a\u202eb'])(
    'is refused with keys or invisible characters in it',
    (name) => {
      const refused = profileVariables({ name });
      expect(refused).toMatchObject({ ok: false, failure: { kind: 'not-supported' } });
      expect(profileVariables({ name: 'a', region: name }).ok).toBe(false);
    },
  );
});

it('gives credentials without a profile beside them', () => {
  const credentials = {
    Version: 1,
    AccessKeyId: 'ASIAIOSFODNN7EXAMPLE',
    SecretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    SessionToken: 'token==',
    Expiration: '2026-03-12T10:00:00.000Z',
  } as const;
  expect(shellText('bash', credentialVariables(credentials, { region: 'eu-west-1' }))).toBe(
    [
      'unset AWS_PROFILE AWS_DEFAULT_PROFILE',
      'export AWS_ACCESS_KEY_ID=ASIAIOSFODNN7EXAMPLE',
      'export AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
      "export AWS_SESSION_TOKEN='token=='",
      'export AWS_CREDENTIAL_EXPIRATION=2026-03-12T10:00:00.000Z',
      'export AWS_REGION=eu-west-1',
      'export AWS_DEFAULT_REGION=eu-west-1',
      '',
    ].join('\n'),
  );
});

it.each([
  ['/usr/bin/fish', 'linux', 'fish'],
  ['/bin/zsh', 'darwin', 'bash'],
  [undefined, 'linux', 'bash'],
  [undefined, 'win32', 'powershell'],
  ['/usr/bin/pwsh', 'linux', 'powershell'],
] as const)('knows the shell %s on %s', (path, platform, shell) => expect(shellNamed(path, platform)).toBe(shell));
