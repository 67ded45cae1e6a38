import {
  AssumeRoleCommand,
  type AssumeRoleCommandInput,
  GetCallerIdentityCommand,
  GetSessionTokenCommand,
} from '@aws-sdk/client-sts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { billingExternalId } from '../default-seed.ts';
import { createSandbox, type Sandbox } from '../sandbox.ts';
import { refusal, stsClient } from '../testing/sts-client.ts';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await createSandbox();
});
afterEach(() => sandbox.close());

type By = Parameters<typeof stsClient>[1];
const assume = (by: By, role: string, more: Partial<AssumeRoleCommandInput> = {}) => {
  const RoleArn = sandbox.roles.find(({ name }) => name === role)?.arn ?? role;
  const region = RoleArn.startsWith('arn:aws-cn') ? 'cn-north-1' : 'us-east-1';
  return stsClient(sandbox, by, region).send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'test', ...more }));
};
const mfa = () => ({ SerialNumber: sandbox.user('ada').mfaSerial, TokenCode: sandbox.totp('ada') });
const session = async (more = {}) =>
  (await stsClient(sandbox, 'ada').send(new GetSessionTokenCommand(more))).Credentials;
const denied = (who: string, what: string, arn: string) =>
  `AccessDenied: User: ${who} is not authorized to perform: ${what} on resource: ${arn}`;

describe('a role that can be assumed', () => {
  it('gives credentials that work, with AWS’s ids', async () => {
    const now = sandbox.clock.now();
    const { Credentials, AssumedRoleUser, PackedPolicySize } = await assume('ada', 'ReadOnly');
    expect(AssumedRoleUser?.Arn).toBe('arn:aws:sts::111122223333:assumed-role/ReadOnly/test');
    expect(AssumedRoleUser?.AssumedRoleId).toMatch(/^AROA[A-Z2-7]{9}EXAMPLE:test$/);
    expect(Credentials?.AccessKeyId).toMatch(/^ASIA[A-Z2-7]{9}EXAMPLE$/);
    expect(Math.abs((Credentials?.Expiration?.getTime() ?? 0) - now - 3_600_000)).toBeLessThan(60_000);
    expect(PackedPolicySize).toBeUndefined();
    const identity = await stsClient(sandbox, Credentials).send(new GetCallerIdentityCommand());
    expect(identity.UserId).toBe(AssumedRoleUser?.AssumedRoleId);
  });

  it('loses its path in the session’s ARN and keeps a leading zero', async () => {
    const { AssumedRoleUser } = await assume('ada', 'BillingReader', { ExternalId: billingExternalId });
    expect(AssumedRoleUser?.Arn).toBe('arn:aws:sts::012345678901:assumed-role/BillingReader/test');
  });

  it('may be in another partition, for its own users', async () => {
    expect((await assume('mei', 'ChinaReadOnly')).AssumedRoleUser?.Arn).toBe(
      'arn:aws-cn:sts::999988887777:assumed-role/ChinaReadOnly/test',
    );
    const china = sandbox.role('ChinaReadOnly').arn;
    const fromAws = stsClient(sandbox, 'ada').send(new AssumeRoleCommand({ RoleArn: china, RoleSessionName: 'test' }));
    expect(await refusal(fromAws)).toBe(denied(sandbox.user('ada').arn, 'sts:AssumeRole', china));
  });
});

describe('who may not', () => {
  it('learns nothing about roles that are not there', async () => {
    const arn = 'arn:aws:iam::111122223333:role/Nowhere';
    expect(await refusal(assume('ada', arn))).toBe(denied(sandbox.user('ada').arn, 'sts:AssumeRole', arn));
  });

  it('is held back by the trust policy’s MFA condition', async () => {
    const arn = sandbox.role('Developer').arn;
    expect(await refusal(assume('ada', 'Developer'))).toBe(denied(sandbox.user('ada').arn, 'sts:AssumeRole', arn));
    expect(await refusal(assume(await session(), 'Developer'))).toMatch(/^AccessDenied/);
    expect((await assume('ada', 'Developer', mfa())).AssumedRoleUser?.Arn).toContain('/Developer/');
  });

  it('is held back by the external id', async () => {
    expect(await refusal(assume('ada', 'BillingReader'))).toMatch(/^AccessDenied: .*sts:AssumeRole/);
    expect(await refusal(assume('ada', 'BillingReader', { ExternalId: 'another' }))).toMatch(/^AccessDenied/);
  });

  it('is held back by its own policies: silent or denying', async () => {
    const bob = sandbox.user('bob').arn;
    const admin = sandbox.role('ProductionAdmin').arn;
    expect(await refusal(assume('bob', 'ProductionAdmin'))).toBe(denied(bob, 'sts:AssumeRole', admin));
    expect(await refusal(assume('bob', 'Auditor'))).toBe(
      `${denied(bob, 'sts:AssumeRole', sandbox.role('Auditor').arn)} with an explicit deny in an identity-based policy`,
    );
    expect((await assume('bob', 'ReadOnly')).AssumedRoleUser?.Arn).toContain('/ReadOnly/');
  });

  it('is held back by the session’s name and tags', async () => {
    const Tags = [{ Key: 'Project', Value: 'unicorn' }];
    const RoleSessionName = 'ada-at-work';
    expect(await refusal(assume('ada', 'Tagged', { RoleSessionName }))).toMatch(/^AccessDenied/);
    expect(await refusal(assume('ada', 'Tagged', { Tags, RoleSessionName: 'mallory' }))).toMatch(/^AccessDenied/);
    expect(
      await refusal(assume('ada', 'Tagged', { Tags: [{ Key: 'Project', Value: 'horse' }], RoleSessionName })),
    ).toMatch(/^AccessDenied/);
    expect((await assume('ada', 'Tagged', { Tags, RoleSessionName })).PackedPolicySize).toBeGreaterThan(0);
  });
});

describe('MFA sessions', () => {
  it('open roles that ask for MFA without another code', async () => {
    const credentials = await session(mfa());
    expect((await assume(credentials, 'Developer')).AssumedRoleUser?.Arn).toContain('/Developer/');
    expect((await assume(credentials, 'ProductionAdmin')).AssumedRoleUser?.Arn).toContain('/ProductionAdmin/');
  });

  it('grow too old for a role that limits MFA’s age', async () => {
    const credentials = await session(mfa());
    const breakGlass = () => assume(credentials, 'BreakGlass', { SourceIdentity: 'ada' });
    expect((await breakGlass()).SourceIdentity).toBe('ada');
    sandbox.clock.advance(900_000);
    expect(await refusal(breakGlass())).toMatch(/^AccessDenied/);
  });

  it('do not pass through a role: its session has no MFA', async () => {
    const { Credentials } = await assume('ada', 'Developer', mfa());
    expect(await refusal(assume(Credentials, 'ProductionAdmin'))).toMatch(/^AccessDenied/);
  });
});

describe('durations', () => {
  it('end at the role’s maximum', async () => {
    const { Credentials } = await assume('ada', 'ReadOnly', { DurationSeconds: 14_400 });
    const lengthMs = (Credentials?.Expiration?.getTime() ?? 0) - sandbox.clock.now();
    expect(lengthMs).toBeGreaterThan(14_300_000);
    expect(await refusal(assume('ada', 'ReadOnly', { DurationSeconds: 14_401 }))).toBe(
      'ValidationError: The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    );
  });

  it('end at an hour for a chained role, be it a role’s session or GetSessionToken’s', async () => {
    const text =
      'ValidationError: The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining';
    const developer = (await assume('ada', 'Developer', { ...mfa(), DurationSeconds: 43_200 })).Credentials;
    expect(await refusal(assume(developer, 'Chained', { DurationSeconds: 3601 }))).toBe(text);
    expect((await assume(developer, 'Chained', { DurationSeconds: 3600 })).AssumedRoleUser?.Arn).toContain('/Chained/');
    expect(await refusal(assume(await session(), 'ReadOnly', { DurationSeconds: 3601 }))).toBe(text);
  });
});

describe('chains', () => {
  it('let a role in that the trust policy names, and no user', async () => {
    expect(await refusal(assume('ada', 'Chained'))).toMatch(/^AccessDenied/);
    const { Credentials } = await assume('ada', 'Developer', mfa());
    expect((await assume(Credentials, 'Chained')).AssumedRoleUser?.Arn).toContain('/Chained/');
  });

  it('carry the source identity on, unchanged', async () => {
    const { Credentials } = await assume('ada', 'Developer', { ...mfa(), SourceIdentity: 'ada' });
    expect((await assume(Credentials, 'Chained')).SourceIdentity).toBe('ada');
    expect(await refusal(assume(Credentials, 'Chained', { SourceIdentity: 'eve' }))).toMatch(/sts:SetSourceIdentity/);
  });

  it('carry transitive tags on, which cannot be set again', async () => {
    const Tags = [{ Key: 'Project', Value: 'unicorn' }];
    const first = await assume('ada', 'Developer', { ...mfa(), Tags, TransitiveTagKeys: ['project'] });
    expect(await refusal(assume(first.Credentials, 'Chained', { Tags }))).toMatch(/^InvalidParameterValue.*: One of/);
    expect((await assume(first.Credentials, 'Chained')).PackedPolicySize).toBeGreaterThan(0);
  });
});

describe('tags and source identity', () => {
  it('need permission of their own from the role', async () => {
    expect(await refusal(assume('ada', 'Auditor', { SourceIdentity: 'ada' }))).toMatch(/sts:SetSourceIdentity/);
    expect(await refusal(assume('ada', 'Auditor', { Tags: [{ Key: 'a', Value: 'b' }] }))).toMatch(/sts:TagSession/);
    expect((await assume('ada', 'Auditor')).AssumedRoleUser?.Arn).toContain('/Auditor/');
  });

  it('may not be reserved, doubled or transitive without being there', async () => {
    expect(await refusal(assume('ada', 'ReadOnly', { SourceIdentity: 'aws:ada' }))).toMatch(/^ValidationError/);
    const Tags = [
      { Key: 'Project', Value: 'a' },
      { Key: 'PROJECT', Value: 'b' },
    ];
    expect(await refusal(assume('ada', 'ReadOnly', { Tags }))).toMatch(/Duplicate tag keys found/);
    expect(await refusal(assume('ada', 'ReadOnly', { Tags: [{ Key: 'aws:x', Value: 'a' }] }))).toMatch(/reserved/);
    expect(await refusal(assume('ada', 'ReadOnly', { TransitiveTagKeys: ['Project'] }))).toMatch(/transitive tag key/);
  });
});

describe('session policies', () => {
  const policy = (Statement: object) => JSON.stringify({ Version: '2012-10-17', Statement });

  it('narrow what the session may', async () => {
    const Policy = policy({ Effect: 'Allow', Action: 's3:*', Resource: '*' });
    const narrowed = await assume('ada', 'Developer', { ...mfa(), Policy });
    expect(narrowed.PackedPolicySize).toBeGreaterThan(0);
    expect(await refusal(assume(narrowed.Credentials, 'Chained'))).toMatch(/^AccessDenied/);
  });

  it('may be managed ones', async () => {
    const PolicyArns = [{ arn: 'arn:aws:iam::aws:policy/AdministratorAccess' }];
    const { Credentials } = await assume('ada', 'Developer', { ...mfa(), PolicyArns });
    expect((await assume(Credentials, 'Chained')).AssumedRoleUser?.Arn).toContain('/Chained/');
    const many = Array.from({ length: 11 }, () => PolicyArns).flat();
    expect(await refusal(assume('ada', 'ReadOnly', { PolicyArns: many }))).toMatch(
      /^ValidationError.*less than or equal to 10/,
    );
  });

  it('must be policies', async () => {
    for (const Policy of [
      '{',
      '{}',
      policy({ Effect: 'Perhaps', Action: '*', Resource: '*' }),
      policy({ Effect: 'Allow' }),
    ]) {
      expect(await refusal(assume('ada', 'ReadOnly', { Policy }))).toMatch(/^MalformedPolicyDocument/);
    }
  });

  it('must be small, in clear and packed', async () => {
    const long = policy({
      Effect: 'Allow',
      Action: Array.from({ length: 300 }, (_, i) => `s3:Get${i}`),
      Resource: '*',
    });
    expect(await refusal(assume('ada', 'ReadOnly', { Policy: long }))).toMatch(/^PackedPolicyTooLarge/);
    const Tags = Array.from({ length: 50 }, (_, i) => ({
      Key: `k${i}`,
      Value: Array.from({ length: 60 }, (_, j) => ((i * 7919 + j * 104_729) % 1_000_003).toString(36))
        .join('')
        .slice(0, 250),
    }));
    expect(await refusal(assume('ada', 'ReadOnly', { Tags }))).toMatch(
      /^PackedPolicyTooLarge.*Packed size of session tags/,
    );
  });
});

describe('limits', () => {
  it('are refused in AWS’s words, all at once', async () => {
    const text = await refusal(assume('ada', 'ReadOnly', { RoleSessionName: 'a b', DurationSeconds: 899 }));
    expect(text).toContain('ValidationError: 2 validation errors detected: ');
    expect(text).toContain(
      "Value 'a b' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*",
    );
    expect(text).toContain(
      "Value '899' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900",
    );
    expect(await refusal(assume('ada', 'ReadOnly', { DurationSeconds: 43_201 }))).toMatch(
      /less than or equal to 43200/,
    );
    expect(await refusal(assume('ada', 'ReadOnly', { RoleSessionName: undefined }))).toMatch(
      /Value null at 'roleSessionName'/,
    );
    expect(await refusal(assume('ada', 'ReadOnly', { Tags: [{ Key: 'k'.repeat(129), Value: '' }] }))).toMatch(
      /at 'tags\.1\.member\.key' failed to satisfy constraint: Member must have length less than or equal to 128/,
    );
  });
});
