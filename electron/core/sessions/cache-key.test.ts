import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adaKey, mfaSerial, role } from '../fakes/chains.ts';
import type { AccessKeyHop, AssumeRoleHop, Chain } from '../hop.ts';
import { ok } from '../result.ts';
import { type FillInFacts, fillIn } from './fill-in.ts';
import { cacheKey, stepsOf } from './steps.ts';

/** All that a session depends on. */
interface Inputs {
  readonly key: AccessKeyHop;
  readonly roles: readonly AssumeRoleHop[];
  readonly facts: Omit<FillInFacts, 'policyText'> & { readonly policy: string };
  readonly durationSeconds: number;
  readonly ownCode: boolean;
}

const word = fc.stringMatching(/^[a-z]{3,8}$/);
const arn = word.map((name) => `arn:aws:iam::012345678901:role/${name}`);
const seconds = fc.integer({ min: 900, max: 3600 });
const endpoint = {
  region: word,
  endpointUrl: word.map((host) => `https://${host}.example`),
  useFipsEndpoint: fc.boolean(),
  useDualstackEndpoint: fc.boolean(),
};
const roleHop: fc.Arbitrary<AssumeRoleHop> = fc.record({
  kind: fc.constant('assume-role' as const),
  profile: word,
  roleArn: arn,
  roleSessionName: word.map((name) => `{user}-{host}-{ticket}-${name}`),
  externalId: word,
  durationSeconds: seconds,
  mfaSerial: word.map((name) => `${mfaSerial}-${name}`),
  sourceIdentity: word,
  tags: fc.uniqueArray(fc.record({ key: word, value: word }), {
    minLength: 1,
    maxLength: 3,
    selector: ({ key }) => key,
  }),
  transitiveTagKeys: fc.array(word, { minLength: 1, maxLength: 3 }),
  policy: fc.constant('policy.json'),
  policyArns: fc.array(arn, { minLength: 1, maxLength: 3 }),
  ...endpoint,
});
const inputs: fc.Arbitrary<Inputs> = fc.record({
  key: fc.record({
    kind: fc.constant('access-key' as const),
    profile: word,
    store: fc.constantFrom('keychain' as const, 'file' as const),
    accessKeyId: fc.stringMatching(/^AKIA[A-Z]{12}$/),
    mfaSerial: word.map((name) => `${mfaSerial}-${name}`),
    ...endpoint,
  }),
  roles: fc.array(roleHop, { minLength: 1, maxLength: 3 }),
  facts: fc.record({
    user: word,
    host: word,
    ticket: word,
    nameTemplate: word,
    policy: word.map((id) => `{"Id":"${id}"}`),
  }),
  durationSeconds: seconds,
  ownCode: fc.boolean(),
});

function keyOf({ key, roles, facts, durationSeconds, ownCode }: Inputs): string {
  const filled = fillIn([key, ...roles], { ...facts, policyText: () => ok(facts.policy) });
  if (!filled.ok) throw new Error(filled.failure.message);
  const steps = stepsOf(filled.value, { askedSeconds: durationSeconds, ownCode });
  if (!steps.ok) throw new Error(steps.failure.message);
  return cacheKey(steps.value, steps.value.length - 1);
}

/** Puts another value of the same kind in one place. */
function changed(value: unknown): unknown {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value === 900 ? 901 : value - 1;
  if (Array.isArray(value)) return [changed(value[0]), ...value.slice(1)];
  if (typeof value === 'object' && value !== null) return { ...value, value: 'another' };
  if (value === 'keychain') return 'file';
  if (value === 'file') return 'keychain';
  return `${String(value)}z`;
}

describe('the cache key', () => {
  it('is never shared by two requests that differ in one input', () => {
    fc.assert(
      fc.property(inputs, fc.nat(), (base, pick) => {
        const before = keyOf(base);
        const at = pick % base.roles.length;
        const hop = base.roles[at] as AssumeRoleHop;
        // What a hop is, or takes from a file, is not an input by itself; the last role's duration is what was asked for.
        const own = Object.keys(hop).filter((name) => name !== 'kind' && name !== 'policy') as (keyof AssumeRoleHop)[];
        for (const name of own) {
          const roles = base.roles.map((each, index) => (index === at ? { ...hop, [name]: changed(hop[name]) } : each));
          expect([name, keyOf({ ...base, roles }) === before]).toEqual([name, false]);
        }
        for (const name of Object.keys(base.key).filter((each) => each !== 'kind') as (keyof AccessKeyHop)[])
          expect([name, keyOf({ ...base, key: { ...base.key, [name]: changed(base.key[name]) } }) === before]).toEqual([
            name,
            false,
          ]);
        for (const name of ['user', 'host', 'ticket'] as const)
          expect(keyOf({ ...base, facts: { ...base.facts, [name]: changed(base.facts[name]) as string } })).not.toBe(
            before,
          );
        expect(keyOf({ ...base, facts: { ...base.facts, policy: '{"Id":"other one"}' } })).not.toBe(before);
        expect(keyOf({ ...base, durationSeconds: changed(base.durationSeconds) as number })).not.toBe(before);
        expect(keyOf({ ...base, ownCode: !base.ownCode })).not.toBe(before);
        expect(keyOf({ ...base, roles: [...base.roles, role('one-more')] })).not.toBe(before);
      }),
      { numRuns: 25 },
    );
  });

  it('is the same for the same inputs, and for the MFA session of two roles', () => {
    const first = (profile: string): string => {
      const chain: Chain = [{ ...adaKey, mfaSerial }, role(profile, { roleSessionName: 'ada' })];
      const steps = stepsOf(chain);
      return steps.ok ? cacheKey(steps.value, 0) : '';
    };
    expect(first('a')).toBe(first('b'));
    fc.assert(
      fc.property(inputs, (one) => {
        expect(keyOf(one)).toBe(keyOf(structuredClone(one)));
      }),
      { numRuns: 20 },
    );
  });
});
