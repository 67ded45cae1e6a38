import { describe, expect, it } from 'vitest';
import { adaKey, chainOfRole, chainWithMfa, mfaSerial, role } from '../fakes/chains.ts';
import type { Chain } from '../hop.ts';
import { cacheKey, type Steps, stepsOf } from './steps.ts';

function planned(chain: Chain): Steps {
  const steps = stepsOf(chain);
  if (!steps.ok) throw new Error(steps.failure.message);
  return steps.value;
}

const shape = (chain: Chain) => planned(chain).map((step) => [step.action, step.withCode ?? null]);

describe('the plan of STS calls', () => {
  it('assumes a role without MFA directly, so that it may last longer than an hour', () => {
    expect(shape(chainOfRole('reader', { durationSeconds: 7200 }))).toEqual([['assume-role', null]]);
  });

  it('spends one code on a session that serves all roles of an hour', () => {
    expect(shape(chainWithMfa('developer'))).toEqual([
      ['get-session-token', mfaSerial],
      ['assume-role', null],
    ]);
  });

  it('gives a role of more than an hour its own code', () => {
    expect(shape(chainWithMfa('operator', { durationSeconds: 7200 }))).toEqual([['assume-role', mfaSerial]]);
  });

  it('uses the device of the source profile, and of a later role, with the user’s key', () => {
    expect(shape([{ ...adaKey, mfaSerial }, role('developer')])).toEqual([
      ['get-session-token', mfaSerial],
      ['assume-role', null],
    ]);
    expect(shape([adaKey, role('hub'), role('spoke', { mfaSerial })])).toEqual([
      ['get-session-token', mfaSerial],
      ['assume-role', null],
      ['assume-role', null],
    ]);
  });

  it('hands out a session instead of the long-term key for a user', () => {
    expect(shape([adaKey])).toEqual([['get-session-token', null]]);
  });

  it('refuses a source it cannot use, by name', () => {
    const steps = stepsOf([{ kind: 'credential-process', profile: 'other', credentialProcess: '/bin/tool' }]);
    expect(steps).toMatchObject({ ok: false, failure: { kind: 'not-supported', profile: 'other' } });
  });
});

describe('the cache key', () => {
  const base = chainWithMfa('developer', {
    externalId: 'a',
    roleSessionName: 'ada',
    sourceIdentity: 'ada',
    region: 'eu-west-1',
  });
  const key = (chain: Chain) => cacheKey(planned(chain), planned(chain).length - 1);

  it.each<[string, Chain]>([
    ['the key id', [{ ...adaKey, accessKeyId: 'AKIAI44QH8DHBEXAMPLE' }, role('developer')]],
    ['the external id', chainWithMfa('developer', { ...base[1], externalId: 'b' })],
    ['the session name', chainWithMfa('developer', { ...base[1], roleSessionName: 'bob' })],
    ['the source identity', chainWithMfa('developer', { ...base[1], sourceIdentity: 'bob' })],
    ['the duration', chainWithMfa('developer', { ...base[1], durationSeconds: 900 })],
    ['the device', chainWithMfa('developer', { ...base[1], mfaSerial: `${mfaSerial}2` })],
    ['the region', chainWithMfa('developer', { ...base[1], region: 'eu-central-1' })],
    ['the role', chainWithMfa('developer', { ...base[1], roleArn: 'arn:aws:iam::012345678901:role/other' })],
  ])('changes with %s', (_input, other) => {
    expect(key(other)).not.toBe(key(base));
  });

  it('is the same for the MFA session of two roles', () => {
    expect(cacheKey(planned(chainWithMfa('a')), 0)).toBe(cacheKey(planned(chainWithMfa('b')), 0));
  });
});
