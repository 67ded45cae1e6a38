import { describe, expect, it } from 'vitest';
import { valueFailure } from './profile-values.ts';

describe('a value for a profile', () => {
  it.each([
    ['region', 'us-gov-west-1'],
    ['duration_seconds', '43200'],
    ['external_id', 'a/b:c'],
    ['mfa_serial', 'arn:aws:iam::123456789012:mfa/anna'],
    ['role_session_name', '{user}@{ticket}'],
    ['source_identity', 'anna'],
  ] as const)('may be %s %s', (key, value) => expect(valueFailure('a', key, value)).toBeUndefined());

  it.each([
    ['region', 'Frankfurt'],
    ['duration_seconds', '1h'],
    ['duration_seconds', '899'],
    ['duration_seconds', '43201'],
    ['external_id', 'a b'],
    ['mfa_serial', 'short'],
    ['role_session_name', 'with space'],
    ['role_session_name', '{unknown}'],
    ['source_identity', 'x'],
  ] as const)('may not be %s %s', (key, value) => {
    const refused = valueFailure('a', key, value);
    expect(refused).toMatchObject({ kind: 'parameter-invalid', profile: 'a' });
    expect(refused?.message).toContain(key);
  });

  it('may be taken away', () => expect(valueFailure('a', 'external_id', null)).toBeUndefined());
});
