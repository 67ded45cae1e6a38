import { describe, expect, it } from 'vitest';
import type { AwsFilesContent, SectionValues } from '../aws-files.ts';
import { chainOf } from './profile-chain.ts';
import { endpointOf } from './profile-parameters.ts';
import { settingsOf } from './profile-settings.ts';

const base = { aws_access_key_id: 'AKIAIOSFODNN7EXAMPLE', aws_secret_access_key: 'only-a-test' };
const roleArn = 'arn:aws:iam::111122223333:role/Reader';

function hopOf(values: SectionValues, services: Record<string, SectionValues> = {}) {
  const content: AwsFilesContent = {
    profiles: new Map<string, SectionValues>([
      ['base', base],
      ['reader', { role_arn: roleArn, source_profile: 'base', ...values }],
    ]),
    ssoSessions: new Map(),
    services: new Map(Object.entries(services)),
    problems: [],
  };
  const chain = chainOf('reader', content, {});
  return chain.ok ? chain.value[1] : chain.failure;
}

describe('what a profile says of its session', () => {
  it.each([['rolecall_'], ['']])('is read with the prefix "%s"', (prefix) => {
    const values = {
      [`${prefix}source_identity`]: 'ada',
      [`${prefix}session_tags`]: 'Project=unicorn, Path = a=b',
      [`${prefix}transitive_session_tags`]: 'Project,Path',
      [`${prefix}session_policy`]: 'policy.json',
      [`${prefix}session_policy_arns`]: 'arn:aws:iam::aws:policy/ReadOnlyAccess',
    };
    expect(hopOf(values)).toMatchObject({
      sourceIdentity: 'ada',
      tags: [
        { key: 'Project', value: 'unicorn' },
        { key: 'Path', value: 'a=b' },
      ],
      transitiveTagKeys: ['Project', 'Path'],
      policy: 'policy.json',
      policyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
    });
  });

  it('prefers Rolecall’s session name to the one for AWS’s own tools', () => {
    const values = { role_session_name: 'ada', rolecall_session_name: '{user}-{ticket}' };
    expect(hopOf(values)).toMatchObject({ roleSessionName: '{user}-{ticket}' });
  });

  it('is refused where it cannot be read, without its value', () => {
    for (const values of [{ rolecall_session_tags: 'canary' }, { rolecall_session_tags: { canary: 'x' } }]) {
      const failure = hopOf(values);
      expect(failure).toMatchObject({ kind: 'chain-contradiction', profile: 'reader' });
      expect(JSON.stringify(failure)).not.toContain('canary');
    }
  });
});

describe('where the requests of a profile go', () => {
  const services = {
    local: { sts: { endpoint_url: 'http://localhost:1' }, s3: { endpoint_url: 'http://localhost:2' } },
  };

  it('is its services section, else its endpoint_url, and with neither AWS', () => {
    expect(hopOf({ services: 'local', endpoint_url: 'http://localhost:3' }, services)).toMatchObject({
      endpointUrl: 'http://localhost:1',
    });
    expect(hopOf({ services: 'other', endpoint_url: 'http://localhost:3' }, services)).toMatchObject({
      endpointUrl: 'http://localhost:3',
    });
    expect(hopOf({})).not.toHaveProperty('endpointUrl');
    expect(hopOf({ endpoint_url: 'http://localhost:3', ignore_configured_endpoint_urls: 'true' })).not.toHaveProperty(
      'endpointUrl',
    );
  });

  it('is of each service what its services section says', () => {
    const sections = { local: { sso_oidc: { endpoint_url: 'http://localhost:4' }, sts: 'no section' } };
    const content = { profiles: new Map(), ssoSessions: new Map(), problems: [] };
    const at = (service: 'iam' | 'sso_oidc' | 'sts') =>
      endpointOf(
        settingsOf({ services: 'local', endpoint_url: 'http://localhost:3' }),
        { ...content, services: new Map(Object.entries(sections)) },
        service,
      ).endpointUrl;
    expect([at('sso_oidc'), at('iam'), at('sts')]).toEqual([
      'http://localhost:4',
      'http://localhost:3',
      'http://localhost:3',
    ]);
  });

  it('is with FIPS or dual-stack where it says so', () => {
    expect(hopOf({ use_fips_endpoint: 'TRUE', use_dualstack_endpoint: 'true' })).toMatchObject({
      useFipsEndpoint: true,
      useDualstackEndpoint: true,
    });
  });
});
