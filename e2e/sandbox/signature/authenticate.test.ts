import { AssumeRoleCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../sandbox.ts';
import { type SigningPlan, send, sendSigned } from '../testing/signed-request.ts';
import { refusal, stsClient } from '../testing/sts-client.ts';

let sandbox: Sandbox;
let plan: SigningPlan;
beforeAll(async () => {
  sandbox = await createSandbox();
  const { accessKeyId, secretAccessKey } = sandbox.user('ada');
  plan = { url: sandbox.endpoints.sts, accessKeyId, secretAccessKey };
});
afterAll(() => sandbox.close());

const code = (body: string) => /<Code>(.*?)<\/Code>/.exec(body)?.[1];
const message = (body: string) => /<Message>(.*?)<\/Message>/.exec(body)?.[1];
const identity = (by: Parameters<typeof stsClient>[1], region?: string) =>
  stsClient(sandbox, by, region).send(new GetCallerIdentityCommand());
const readOnly = async () => {
  const input = { RoleArn: sandbox.role('ReadOnly').arn, RoleSessionName: 'test' };
  return (await stsClient(sandbox, 'ada').send(new AssumeRoleCommand(input))).Credentials;
};

describe('who may speak', () => {
  it('accepts a right signature, in the request of the SDK and in one of our own', async () => {
    expect((await identity('ada')).Arn).toBe(sandbox.user('ada').arn);
    expect((await sendSigned(plan)).status).toBe(200);
  });

  it('refuses a wrong secret', async () => {
    const { accessKeyId: AccessKeyId } = sandbox.user('ada');
    expect(await refusal(identity({ AccessKeyId, SecretAccessKey: 'wrong' }))).toMatch(
      /^SignatureDoesNotMatch: The request signature we calculated does not match/,
    );
  });

  it('refuses a body changed after signing', async () => {
    const answer = await sendSigned({ ...plan, sentForm: 'Action=GetSessionToken&Version=2011-06-15' });
    expect(code(answer.body)).toBe('SignatureDoesNotMatch');
  });

  it('refuses a content hash that is not the body’s', async () => {
    const answer = await sendSigned({ ...plan, headers: { 'x-amz-content-sha256': 'a'.repeat(64) } });
    expect(code(answer.body)).toBe('SignatureDoesNotMatch');
    expect(message(answer.body)).toContain('does not match the signature you provided');
  });

  it('refuses a request without a signature, and one with half of one', async () => {
    const form = 'Action=GetCallerIdentity&Version=2011-06-15';
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const none = await send(plan.url, headers, form);
    expect([none.status, code(none.body)]).toEqual([403, 'MissingAuthenticationToken']);
    const half = await send(plan.url, { ...headers, authorization: 'AWS4-HMAC-SHA256 Credential=x' }, form);
    expect([half.status, code(half.body)]).toEqual([400, 'IncompleteSignature']);
  });

  it('refuses a signature that does not cover host', async () => {
    const answer = await sendSigned({ ...plan, leaveUnsigned: 'host' });
    expect(message(answer.body)).toContain('must be a &#39;SignedHeader&#39;');
  });

  it('refuses a signature for another service, and one dated otherwise than its scope', async () => {
    const iam = await sendSigned({ ...plan, service: 'iam' });
    expect(message(iam.body)).toContain('Credential should be scoped to correct service: &#39;sts&#39;');
    const other = await sendSigned({ ...plan, scopeDate: '20150830' });
    expect(message(other.body)).toContain('Date in Credential scope does not match');
  });

  it('does not know a key that is not there', async () => {
    expect(await refusal(identity({ AccessKeyId: 'AKIAAAAAAAAAAEXAMPLE', SecretAccessKey: 'x' }))).toBe(
      'InvalidClientTokenId: The security token included in the request is invalid.',
    );
  });
});

describe('session tokens', () => {
  it('come with the keys they were issued with', async () => {
    const credentials = await readOnly();
    expect((await identity(credentials)).Arn).toMatch(/:assumed-role\/ReadOnly\/test$/);
    const other = await readOnly();
    expect(await refusal(identity({ ...credentials, SessionToken: other?.SessionToken }))).toMatch(
      /^InvalidClientTokenId/,
    );
    expect(await refusal(identity({ ...credentials, SessionToken: undefined }))).toMatch(/^InvalidClientTokenId/);
  });

  it('are not for long-term keys', async () => {
    const { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey } = sandbox.user('ada');
    const SessionToken = (await readOnly())?.SessionToken;
    expect(await refusal(identity({ AccessKeyId, SecretAccessKey, SessionToken }))).toMatch(/^InvalidClientTokenId/);
  });

  it('must be signed', async () => {
    const credentials = await readOnly();
    const answer = await sendSigned({
      ...plan,
      accessKeyId: credentials?.AccessKeyId ?? '',
      secretAccessKey: credentials?.SecretAccessKey ?? '',
      sessionToken: credentials?.SessionToken,
      leaveUnsigned: 'x-amz-security-token',
    });
    expect(message(answer.body)).toContain('x-amz-security-token');
  });
});

describe('time', () => {
  it('refuses a signature older than five minutes and one from the future', async () => {
    const now = sandbox.clock.now();
    expect((await sendSigned({ ...plan, signedAt: now - 290_000 })).status).toBe(200);
    const old = await sendSigned({ ...plan, signedAt: now - 310_000 });
    expect([old.status, code(old.body)]).toEqual([403, 'SignatureDoesNotMatch']);
    expect(message(old.body)).toMatch(
      /^Signature expired: \d{8}T\d{6}Z is now earlier than \d{8}T\d{6}Z \(\d{8}T\d{6}Z - 5 min\.\)$/,
    );
    const early = await sendSigned({ ...plan, signedAt: now + 320_000 });
    expect(message(early.body)).toMatch(/^Signature not yet current: /);
  });

  it('expires sessions by its own clock, and dates its answers by it', async () => {
    const own = await createSandbox();
    try {
      const input = { RoleArn: own.role('ReadOnly').arn, RoleSessionName: 'test', DurationSeconds: 900 };
      const { Credentials } = await stsClient(own, 'ada').send(new AssumeRoleCommand(input));
      own.clock.advance(890_000);
      await stsClient(own, Credentials).send(new GetCallerIdentityCommand());
      own.clock.advance(10_000);
      expect(await refusal(stsClient(own, Credentials).send(new GetCallerIdentityCommand()))).toBe(
        'ExpiredToken: The security token included in the request is expired',
      );
      const { headers } = await sendSigned({ ...plan, url: own.endpoints.sts, signedAt: own.clock.now() });
      expect(Math.abs(Date.parse(String(headers.date)) - own.clock.now())).toBeLessThan(60_000);
    } finally {
      await own.close();
    }
  });
});

describe('places', () => {
  it('refuses a region the account has switched off', async () => {
    expect(await refusal(identity('ada', 'eu-south-2'))).toMatch(
      /^RegionDisabledException: STS is not activated in this region for account:111122223333/,
    );
    expect((await identity('ada', 'eu-north-1')).Account).toBe('111122223333');
  });

  it('does not know a key of another partition', async () => {
    expect(await refusal(identity('ada', 'cn-north-1'))).toMatch(/^InvalidClientTokenId/);
    expect(await refusal(identity('mei', 'us-east-1'))).toMatch(/^InvalidClientTokenId/);
    expect((await identity('mei', 'cn-north-1')).Arn).toBe('arn:aws-cn:iam::999988887777:user/mei');
  });
});

describe('what it does not speak', () => {
  const form = (text: string) => sendSigned({ ...plan, form: text });

  it('says so clearly', async () => {
    expect(code((await form('Action=Nothing&Version=2011-06-15')).body)).toBe('InvalidAction');
    expect(code((await form('Action=toString&Version=2011-06-15')).body)).toBe('InvalidAction');
    expect(code((await form('Action=GetCallerIdentity&Version=2010-05-08')).body)).toBe('InvalidAction');
    expect(code((await form('Version=2011-06-15')).body)).toBe('MissingAction');
    expect((await send(`${plan.url}/nowhere`, {}, '')).status).toBe(404);
    const sso = await send(`${sandbox.endpoints.sso}/federation/credentials`, {}, '');
    expect([sso.status, JSON.parse(sso.body).message]).toEqual([404, 'No such operation']);
  });
});
