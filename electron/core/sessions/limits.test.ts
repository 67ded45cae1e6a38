import { describe, expect, it } from 'vitest';
import { role } from '../fakes/chains.ts';
import type { AssumeRoleHop } from '../hop.ts';
import { limitFailure } from './limits.ts';

const arns = (count: number, length = 40) =>
  Array.from({ length: count }, () => 'arn:aws:iam::aws:policy/x'.padEnd(length, 'x'));
const tags = (count: number) => Array.from({ length: count }, (_, at) => ({ key: `key-${at}`, value: 'v' }));

describe('the limits of AssumeRole', () => {
  it.each<[string, Partial<AssumeRoleHop>, RegExp]>([
    ['an ARN that is none', { roleArn: 'admin' }, /role_arn has 5 characters, and AWS takes 20 to 2048/],
    ['a session name of one letter', { roleSessionName: 'a' }, /role_session_name has 1 character, .* 2 to 64/],
    ['a session name of 65', { roleSessionName: 'a'.repeat(65) }, /role_session_name has 65/],
    ['a session name with a blank', { roleSessionName: 'ada l' }, /role_session_name may hold only letters/],
    ['an external id with a blank', { externalId: 'a b' }, /external_id may hold only/],
    ['a serial of eight', { mfaSerial: '12345678' }, /mfa_serial has 8/],
    ['a reserved source identity', { sourceIdentity: 'AWS:me' }, /source_identity may hold only|begin with aws:/],
    ['fourteen minutes', { durationSeconds: 840 }, /duration_seconds must be from 900 to 43200/],
    ['a day', { durationSeconds: 86_400 }, /duration_seconds/],
    ['51 tags', { tags: tags(51) }, /more than 50 tags/],
    ['a tag without a key', { tags: [{ key: '', value: 'v' }] }, /a key of session_tags has 0/],
    ['a tag of 257', { tags: [{ key: 'k', value: 'v'.repeat(257) }] }, /a value of session_tags has 257/],
    ['a tag with a comma', { tags: [{ key: 'k', value: 'a;b' }] }, /a value of session_tags may hold only/],
    ['a reserved tag', { tags: [{ key: 'aws:x', value: 'v' }] }, /must not begin with aws:/],
    [
      'a tag twice',
      {
        tags: [
          { key: 'Team', value: 'a' },
          { key: 'team', value: 'b' },
        ],
      },
      /names a key twice/,
    ],
    ['51 transitive keys', { transitiveTagKeys: tags(51).map(({ key }) => key) }, /more than 50 keys/],
    ['eleven policies', { policyArns: arns(11) }, /more than 10 ARNs/],
    ['a policy that is no ARN', { policyArns: ['ReadOnly'] }, /an ARN of session_policy_arns has 8/],
    ['2,049 characters', { policy: 'x'.repeat(2049) }, /session_policy has 2049/],
    ['2,049 together', { policy: 'x'.repeat(1849), policyArns: arns(5) }, /together have more than 2,048/],
    ['letters beyond Latin-1', { policy: '{"a":"ω"}' }, /session_policy may hold only/],
  ])('refuse %s, and name the field but not its value', (_what, hop, message) => {
    const failure = limitFailure(role('prod', hop));
    expect(failure).toMatchObject({
      kind: 'parameter-invalid',
      profile: 'prod',
      remedy: expect.stringContaining('"prod"'),
    });
    expect(failure?.message).toMatch(message);
  });

  it.each<[string, Partial<AssumeRoleHop>]>([
    ['nothing but the role', {}],
    ['the longest of each', { roleSessionName: 'a'.repeat(64), durationSeconds: 43_200, tags: tags(50) }],
    ['the shortest of each', { roleSessionName: 'aa', durationSeconds: 900, tags: [{ key: 'k', value: '' }] }],
    ['letters of every script in a tag', { tags: [{ key: 'Größe', value: '日本 42' }] }],
    ['2,048 together', { policy: 'x'.repeat(1848), policyArns: arns(5) }],
  ])('let through %s', (_what, hop) => {
    expect(limitFailure(role('prod', hop))).toBeUndefined();
  });
});
