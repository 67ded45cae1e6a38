import { describe, expect, it } from 'vitest';
import type { HopFacts } from '../../electron/core/contract.ts';
import type { Failure } from '../../electron/core/failure.ts';
import { failedHop } from './failed-hop.ts';

const hops: HopFacts[] = [
  { kind: 'access-key', profile: 'company' },
  { kind: 'assume-role', profile: 'hub', roleArn: 'arn:aws:iam::111111111111:role/Hub' },
  { kind: 'assume-role', profile: 'spoke', roleArn: 'arn:aws:iam::222222222222:role/Spoke' },
];
const of = (more: Partial<Failure>): Failure => ({ kind: 'not-authorized', message: '', remedy: '', ...more });

describe('the hop that failed', () => {
  it('is the one whose role AWS refused', () =>
    expect(failedHop(hops, of({ roleArn: hops[1]?.roleArn, profile: 'spoke' }))).toBe(1));
  it('is the start for a key', () => expect(failedHop(hops, of({ kind: 'key-missing', profile: 'company' }))).toBe(0));
  it('is the one of the profile that is named', () => expect(failedHop(hops, of({ profile: 'spoke' }))).toBe(2));
  it('is none when the network is down', () =>
    expect(failedHop(hops, of({ kind: 'network', profile: 'spoke' }))).toBeUndefined());
  it('is none without a failure', () => expect(failedHop(hops, undefined)).toBeUndefined());
});
