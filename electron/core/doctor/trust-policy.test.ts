import { describe, expect, it } from 'vitest';
import { proposalFor } from './trust-policy.ts';

const roleArn = 'arn:aws:iam::444455556666:role/Admin';
const callerArn = 'arn:aws:iam::111122223333:user/team/ada';
const statementOf = (proposal: ReturnType<typeof proposalFor>) => JSON.parse(proposal?.trustPolicy ?? '').Statement[0];

describe('the trust policy that admits the caller', () => {
  it('names exactly the user, and every condition that the profile meets', () => {
    const proposal = proposalFor({
      roleArn,
      callerArn,
      withMfa: true,
      externalId: 'acme',
      sourceIdentity: 'ada',
      roleSessionName: 'ada',
      tagKeys: ['Project'],
    });
    expect(statementOf(proposal)).toEqual({
      Effect: 'Allow',
      Principal: { AWS: callerArn },
      Action: ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'],
      Condition: {
        Bool: { 'aws:MultiFactorAuthPresent': 'true' },
        StringEquals: { 'sts:ExternalId': 'acme', 'sts:SourceIdentity': 'ada', 'sts:RoleSessionName': 'ada' },
        'ForAllValues:StringEquals': { 'aws:TagKeys': ['Project'] },
      },
    });
    expect(proposal).toMatchObject({ accountId: '444455556666', roleArn });
    expect(proposal?.notes.join(' ')).toContain('With arn:aws:iam::111122223333:root instead');
    expect(JSON.parse(proposal?.identityPolicy ?? '').Statement[0]).toMatchObject({ Resource: roleArn });
  });

  it('demands nothing that the profile does not send', () => {
    const statement = statementOf(proposalFor({ roleArn, callerArn, withMfa: false }));
    expect(statement).toEqual({ Effect: 'Allow', Principal: { AWS: callerArn }, Action: 'sts:AssumeRole' });
  });

  it('needs no policy of the caller within one account, where the principal is exact', () => {
    const near = proposalFor({ roleArn: 'arn:aws:iam::111122223333:role/Admin', callerArn, withMfa: false });
    expect(near?.identityPolicy).toBeUndefined();
  });

  it.each([
    [
      'arn:aws-cn:sts::111122223333:assumed-role/Dev/ada',
      { AWS: 'arn:aws-cn:iam::111122223333:role/Dev' },
      /If that role has a path/,
    ],
    [
      'arn:aws-us-gov:iam::111122223333:role/team/Dev',
      { AWS: 'arn:aws-us-gov:iam::111122223333:role/team/Dev' },
      /The principal is exactly/,
    ],
    [
      'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Admins_0123456789abcdef/ada',
      { AWS: 'arn:aws:iam::111122223333:root' },
      /new name when it is made anew/,
    ],
  ])('of the session %s', (caller, principal, note) => {
    const proposal = proposalFor({ roleArn, callerArn: caller, withMfa: false });
    expect(statementOf(proposal).Principal).toEqual(principal);
    expect(proposal?.notes.join(' ')).toMatch(note);
  });

  it('of Identity Center is cut down to the permission set, and needs its own allowance', () => {
    const caller = 'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Admins_0123456789abcdef/ada';
    const proposal = proposalFor({
      roleArn: roleArn.replace('4444555566', '1111222233'),
      callerArn: caller,
      withMfa: false,
    });
    expect(statementOf(proposal).Condition).toEqual({
      ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/aws-reserved/*/AWSReservedSSO_Admins_*' },
    });
    expect(proposal?.identityPolicy).toBeDefined();
  });

  it.each(['arn:aws:iam::111122223333:root', 'arn:aws:sts::111122223333:federated-user/ada', 'nobody'])(
    'is none for %s',
    (caller) => {
      expect(proposalFor({ roleArn, callerArn: caller, withMfa: false })).toBeUndefined();
    },
  );
});
