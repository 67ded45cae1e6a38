import { describe, expect, it } from 'vitest';
import { conditionsHold, knownOperator } from './conditions.ts';
import type { PolicyDocument, Statement } from './document.ts';
import { evaluate } from './evaluate.ts';
import { arnLike, wildcard } from './match.ts';
import { parsePolicy } from './parse-document.ts';

const context = new Map<string, string | readonly string[]>([
  ['aws:multifactorauthpresent', 'false'],
  ['aws:multifactorauthage', '100'],
  ['aws:username', 'ada'],
  ['aws:principalarn', 'arn:aws:iam::111122223333:user/ada'],
  ['aws:tagkeys', ['Project', 'Team']],
]);
const holds = (condition: Statement['Condition']) => conditionsHold(condition, context);

describe('conditions', () => {
  it('compare by operator', () => {
    expect(holds({ Bool: { 'aws:MultiFactorAuthPresent': 'false' } })).toBe(true);
    expect(holds({ NumericLessThan: { 'aws:MultiFactorAuthAge': '101' } })).toBe(true);
    expect(holds({ NumericLessThan: { 'aws:MultiFactorAuthAge': '100' } })).toBe(false);
    expect(holds({ StringEquals: { 'aws:username': ['bob', 'ada'] } })).toBe(true);
    expect(holds({ StringEquals: { 'aws:username': 'Ada' } })).toBe(false);
    expect(holds({ StringEqualsIgnoreCase: { 'aws:username': 'Ada' } })).toBe(true);
    expect(holds({ StringLike: { 'aws:username': 'a?*' } })).toBe(true);
    expect(holds({ ArnLike: { 'aws:PrincipalArn': 'arn:*:iam::*:user/*' } })).toBe(true);
    expect(holds({ StringNotEquals: { 'aws:username': ['bob', 'ada'] } })).toBe(false);
  });

  it('treat a missing key as AWS does', () => {
    expect(holds({ StringEquals: { 'sts:ExternalId': 'x' } })).toBe(false);
    expect(holds({ StringEqualsIfExists: { 'sts:ExternalId': 'x' } })).toBe(true);
    expect(holds({ StringNotEquals: { 'sts:ExternalId': 'x' } })).toBe(true);
    expect(holds({ BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } })).toBe(false);
    expect(holds({ Null: { 'sts:ExternalId': 'true' } })).toBe(true);
    expect(holds({ Null: { 'aws:username': 'true' } })).toBe(false);
  });

  it('ask of sets what they say, and of several keys all', () => {
    expect(holds({ 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'Team' } })).toBe(true);
    expect(holds({ 'ForAllValues:StringEquals': { 'aws:TagKeys': 'Team' } })).toBe(false);
    expect(holds({ StringEquals: { 'aws:username': 'ada', 'sts:ExternalId': 'x' } })).toBe(false);
  });

  it('are not guessed', () => {
    expect(knownOperator('StringEqualz')).toBe(false);
    expect(() => holds({ IpAddress: { 'aws:username': 'x' } })).toThrow('IpAddress');
  });
});

describe('policies', () => {
  const question = { action: 'sts:AssumeRole', resource: 'arn:aws:iam::1:role/a', context };
  const policy = (...Statement: Statement[]): PolicyDocument => ({ Statement });
  const allow: Statement = { Effect: 'Allow', Action: 'STS:assume*', Resource: 'arn:aws:iam::1:role/*' };

  it('allow what they name, and deny before all', () => {
    expect(evaluate([policy(allow)], question)).toBe('allow');
    expect(evaluate([policy()], question)).toBe('implicit-deny');
    const deny: Statement = { Effect: 'Deny', Action: '*', Resource: '*' };
    expect(evaluate([policy(allow), policy(deny)], question)).toBe('explicit-deny');
    expect(evaluate([policy({ ...allow, Resource: 'arn:aws:iam::1:role/b' })], question)).toBe('implicit-deny');
    expect(evaluate([policy({ Effect: 'Allow', NotAction: 'sts:*', Resource: '*' })], question)).toBe('implicit-deny');
    expect(evaluate([policy({ Effect: 'Allow', Action: '*', NotResource: 'arn:aws:iam::1:*' })], question)).toBe(
      'implicit-deny',
    );
  });

  it('are read strictly', () => {
    const statement = { Effect: 'Allow', Action: '*', Resource: '*' };
    const text = (more: object) => JSON.stringify({ Version: '2012-10-17', Statement: { ...statement, ...more } });
    expect(parsePolicy(text({}))).toBeDefined();
    expect(parsePolicy(text({ Condition: { Bool: { 'aws:MultiFactorAuthPresent': true } } }))).toMatchObject({
      Statement: { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } },
    });
    expect(parsePolicy(text({ Principal: '*' }))).toBeUndefined();
    expect(parsePolicy(text({ Colour: 'red' }))).toBeUndefined();
    expect(parsePolicy(text({ Condition: { Equals: { a: 'b' } } }))).toBeUndefined();
    expect(parsePolicy(text({ NotAction: '*' }))).toBeUndefined();
    expect(parsePolicy('[]')).toBeUndefined();
  });
});

it('wildcards do not take other characters for their own', () => {
  expect(wildcard('a.c', 'abc')).toBe(false);
  expect(wildcard('a?c', 'abc')).toBe(true);
  expect(wildcard('a*', 'abc\n')).toBe(true);
  expect(arnLike('arn:aws:iam::*:role/x', 'arn:aws:iam::1:2:role/x')).toBe(false);
});
