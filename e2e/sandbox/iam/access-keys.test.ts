import { AssumeRoleCommand, GetCallerIdentityCommand, GetSessionTokenCommand } from '@aws-sdk/client-sts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../sandbox.ts';
import { callIam } from '../testing/iam-client.ts';
import { refusal, stsClient } from '../testing/sts-client.ts';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await createSandbox();
});
afterEach(() => sandbox.close());

const propagationMs = 3000;
const create = async (by: Parameters<typeof callIam>[1] = 'ada') => {
  const answer = await callIam(sandbox, by, 'CreateAccessKey');
  expect(answer.status).toBe(200);
  return { AccessKeyId: answer.all('AccessKeyId')[0] ?? '', SecretAccessKey: answer.all('SecretAccessKey')[0] ?? '' };
};
const identity = (by: Parameters<typeof stsClient>[1]) => stsClient(sandbox, by).send(new GetCallerIdentityCommand());
const unknown = 'InvalidClientTokenId: The security token included in the request is invalid.';

describe('a new key', () => {
  it('works when it has propagated, not before', async () => {
    const key = await create();
    expect(key.AccessKeyId).toMatch(/^AKIA[A-Z2-7]{9}EXAMPLE$/);
    expect(key.SecretAccessKey).toHaveLength(40);
    expect(await refusal(identity(key))).toBe(unknown);
    sandbox.clock.advance(propagationMs);
    expect((await identity(key)).Arn).toBe(sandbox.user('ada').arn);
  });

  it('is the second and last', async () => {
    await create();
    const third = await callIam(sandbox, 'ada', 'CreateAccessKey');
    expect([third.status, third.refusal]).toEqual([409, 'LimitExceeded: Cannot exceed quota for AccessKeysPerUser: 2']);
  });
});

describe('a rotation', () => {
  it('goes from the old key to the new one', async () => {
    const old = sandbox.user('ada').accessKeyId;
    const key = await create();
    sandbox.clock.advance(propagationMs);
    expect((await callIam(sandbox, key, 'UpdateAccessKey', { AccessKeyId: old, Status: 'Inactive' })).status).toBe(200);
    expect((await callIam(sandbox, key, 'ListAccessKeys')).all('Status')).toEqual(['Inactive', 'Active']);
    await identity('ada');
    sandbox.clock.advance(propagationMs);
    expect(await refusal(identity('ada'))).toBe(unknown);
    await callIam(sandbox, key, 'UpdateAccessKey', { AccessKeyId: old, Status: 'Active' });
    sandbox.clock.advance(propagationMs);
    await identity('ada');
    expect((await callIam(sandbox, key, 'DeleteAccessKey', { AccessKeyId: old })).status).toBe(200);
    expect(await refusal(identity('ada'))).toBe(unknown);
    expect((await callIam(sandbox, key, 'ListAccessKeys')).all('AccessKeyId')).toEqual([key.AccessKeyId]);
  });

  it('tells when a key was last used', async () => {
    const key = await create();
    const lastUsed = async () => {
      const answer = await callIam(sandbox, 'ada', 'GetAccessKeyLastUsed', { AccessKeyId: key.AccessKeyId });
      return ['UserName', 'ServiceName', 'Region', 'LastUsedDate'].map((name) => answer.all(name)[0]);
    };
    expect(await lastUsed()).toEqual(['ada', 'N/A', 'N/A', undefined]);
    sandbox.clock.advance(propagationMs);
    await identity(key);
    expect(await lastUsed()).toEqual(['ada', 'sts', 'us-east-1', expect.stringMatching(/^\d{4}-.*Z$/)]);
  });
});

describe('who may not', () => {
  it('is told so, without being told who exists', async () => {
    const refused = async (UserName: string) => (await callIam(sandbox, 'bob', 'ListAccessKeys', { UserName })).refusal;
    expect(await refused('ada')).toContain('is not authorized to perform: iam:ListAccessKeys on resource: user ada');
    expect(await refused('nobody')).toContain('on resource: user nobody');
    expect((await callIam(sandbox, 'bob', 'ListAccessKeys', { UserName: 'bob' })).status).toBe(200);
    const AccessKeyId = sandbox.user('ada').accessKeyId;
    expect((await callIam(sandbox, 'bob', 'GetAccessKeyLastUsed', { AccessKeyId })).refusal).toMatch(/^AccessDenied/);
    expect((await callIam(sandbox, 'bob', 'DeleteAccessKey', { AccessKeyId })).refusal).toMatch(/^NoSuchEntity/);
    await identity('ada');
  });

  it('has a session without MFA', async () => {
    const session = async (more = {}) =>
      (await stsClient(sandbox, 'ada').send(new GetSessionTokenCommand(more))).Credentials ?? {};
    expect((await callIam(sandbox, await session(), 'ListAccessKeys')).refusal).toMatch(/^InvalidClientTokenId/);
    const mfa = { SerialNumber: sandbox.user('ada').mfaSerial, TokenCode: sandbox.totp('ada') };
    expect((await callIam(sandbox, await session(mfa), 'ListAccessKeys')).status).toBe(200);
  });

  it('is a role that names no user', async () => {
    const input = { RoleArn: sandbox.role('ReadOnly').arn, RoleSessionName: 'test' };
    const { Credentials } = await stsClient(sandbox, 'ada').send(new AssumeRoleCommand(input));
    expect((await callIam(sandbox, Credentials ?? {}, 'ListAccessKeys')).refusal).toBe(
      'ValidationError: Must specify userName when calling with non-User credentials',
    );
  });
});

it('keeps to the limits of the API model', async () => {
  const update = async (parameters: Record<string, string>) =>
    (await callIam(sandbox, 'ada', 'UpdateAccessKey', parameters)).refusal;
  expect(await update({ AccessKeyId: 'AKIAIOSFODNN7EXAMPLE', Status: 'Off' })).toContain(
    'Member must satisfy enum value set',
  );
  expect(await update({ AccessKeyId: 'AKIAIOSFODNN7EXAMPLE', Status: 'Expired' })).toMatch(/^InvalidInput/);
  expect(await update({ AccessKeyId: 'short', Status: 'Active' })).toMatch(/^ValidationError/);
  expect(await update({ Status: 'Active' })).toContain('Value null at');
});

it('lists by pages', async () => {
  await create();
  const first = await callIam(sandbox, 'ada', 'ListAccessKeys', { MaxItems: '1' });
  expect([first.all('IsTruncated'), first.all('AccessKeyId').length]).toEqual([['true'], 1]);
  const Marker = first.all('Marker')[0] ?? '';
  const second = await callIam(sandbox, 'ada', 'ListAccessKeys', { MaxItems: '1', Marker });
  expect([second.all('IsTruncated'), second.all('AccessKeyId').length]).toEqual([['false'], 1]);
  expect(first.all('AccessKeyId')).not.toEqual(second.all('AccessKeyId'));
});
