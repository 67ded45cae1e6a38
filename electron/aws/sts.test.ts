import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSts } from './sts.ts';
import type { StsOptions } from './sts-request.ts';

const by = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };
const role = { roleArn: 'arn:aws:iam::123456789012:role/Admin', roleSessionName: 'me' };

type Answer = (request: IncomingMessage, form: URLSearchParams, response: ServerResponse) => void;
let asked: { form: URLSearchParams; headers: IncomingMessage['headers'] }[] = [];
let answer: Answer;
let stop: () => Promise<void>;
let url: string;

beforeEach(async () => {
  asked = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const form = new URLSearchParams(body);
      asked.push({ form, headers: request.headers });
      answer(request, form, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  stop = () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
});
afterEach(() => stop());

function xml(action: string, inner: string): Answer {
  return (_request, _form, response) =>
    response
      .writeHead(200, { 'content-type': 'text/xml' })
      .end(
        `<${action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><${action}Result>${inner}</${action}Result></${action}Response>`,
      );
}

function refuse(status: number, code: string, message: string): Answer {
  return (_request, _form, response) =>
    response
      .writeHead(status, { 'content-type': 'text/xml', 'x-amzn-requestid': 'r-1' })
      .end(
        `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>r-1</RequestId></ErrorResponse>`,
      );
}

const credentials =
  '<Credentials><AccessKeyId>ASIAIOSFODNN7EXAMPLE</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2026-03-01T12:00:00Z</Expiration></Credentials>';
const sts = (options: StsOptions = {}) => createSts({ ...options, env: { AWS_ENDPOINT_URL_STS: url, ...options.env } });

describe('the four actions', () => {
  it('AssumeRole carries exactly what it was given', async () => {
    answer = xml(
      'AssumeRole',
      `${credentials}<AssumedRoleUser><Arn>arn:aws:sts::123456789012:assumed-role/Admin/me</Arn><AssumedRoleId>x:me</AssumedRoleId></AssumedRoleUser>`,
    );
    const input = {
      ...role,
      durationSeconds: 900,
      externalId: 'e-1',
      mfaSerial: 'arn:aws:iam::1:mfa/a',
      mfaCode: '123456',
    };
    expect(await sts().assumeRole(input, by, { profile: 'prod', region: 'eu-west-1' })).toEqual({
      ok: true,
      value: {
        accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
        secretAccessKey: 's',
        sessionToken: 't',
        expiresAt: Date.parse('2026-03-01T12:00:00Z'),
        arn: 'arn:aws:sts::123456789012:assumed-role/Admin/me',
        issued: { roleArn: role.roleArn, assumedRoleId: 'x:me' },
      },
    });
    expect(Object.fromEntries(asked[0]?.form ?? [])).toEqual({
      Action: 'AssumeRole',
      Version: '2011-06-15',
      RoleArn: role.roleArn,
      RoleSessionName: 'me',
      DurationSeconds: '900',
      ExternalId: 'e-1',
      SerialNumber: 'arn:aws:iam::1:mfa/a',
      TokenCode: '123456',
    });
    expect(asked[0]?.headers.authorization).toContain('AKIAIOSFODNN7EXAMPLE');
    expect(asked[0]?.headers.authorization).toContain('/eu-west-1/sts/');
  });

  it('AssumeRole carries tags, policies and source identity, and says how much room they take', async () => {
    answer = xml(
      'AssumeRole',
      `${credentials}<PackedPolicySize>42</PackedPolicySize><SourceIdentity>ada</SourceIdentity>`,
    );
    const input = {
      ...role,
      sourceIdentity: 'ada',
      tags: [{ key: 'Project', value: '' }],
      transitiveTagKeys: ['Project'],
      policy: '{}',
      policyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
    };
    expect(await sts().assumeRole(input, by, { profile: 'prod' })).toMatchObject({
      value: { issued: { packedPolicySize: 42, sourceIdentity: 'ada' } },
    });
    expect(Object.fromEntries(asked[0]?.form ?? [])).toMatchObject({
      SourceIdentity: 'ada',
      'Tags.member.1.Key': 'Project',
      'Tags.member.1.Value': '',
      'TransitiveTagKeys.member.1': 'Project',
      Policy: '{}',
      'PolicyArns.member.1.arn': 'arn:aws:iam::aws:policy/ReadOnlyAccess',
    });
  });

  it('goes to the endpoint of the profile, unless the environment names one', async () => {
    answer = xml('AssumeRole', credentials);
    const elsewhere = 'http://127.0.0.1:1';
    const free = { env: {}, maxAttempts: 1 };
    const prod = { profile: 'prod' };
    const done = await Promise.all([
      createSts(free).assumeRole(role, by, { ...prod, endpointUrl: url }),
      createSts({ ...free, endpointOf: () => ({ endpointUrl: url }) }).assumeRole(role, by, prod),
      sts({ endpointOf: () => ({ endpointUrl: elsewhere }) }).assumeRole(role, by, { ...prod, endpointUrl: elsewhere }),
      createSts({
        ...free,
        endpointOf: (of, service) => ({ endpointUrl: of + service === 'usersts' ? url : elsewhere }),
      }).assumeRole(role, by, { ...prod, settingsOf: 'user' }),
    ]);
    expect(done.map(({ ok }) => ok)).toEqual([true, true, true, true]);
  });

  it('goes to the role’s partition when nothing names a region', async () => {
    answer = xml('AssumeRole', credentials);
    await sts().assumeRole({ ...role, roleArn: 'arn:aws-cn:iam::123456789012:role/Admin' }, by, { profile: 'p' });
    expect(asked[0]?.headers.authorization).toContain('/cn-northwest-1/sts/');
  });

  it('AssumeRole without a code sends no serial, and signs with the session token', async () => {
    answer = xml('AssumeRole', credentials);
    await sts().assumeRole(
      { ...role, mfaSerial: 'arn:aws:iam::1:mfa/a' },
      { ...by, sessionToken: 'tok' },
      { profile: 'p' },
    );
    expect(asked[0]?.form.has('SerialNumber')).toBe(false);
    expect(asked[0]?.headers['x-amz-security-token']).toBe('tok');
    expect(asked[0]?.headers.authorization).toContain('/us-east-1/sts/');
  });

  it('GetSessionToken, GetFederationToken, GetCallerIdentity', async () => {
    const port = sts({ env: { AWS_REGION: 'eu-north-1' } });
    answer = xml('GetSessionToken', credentials);
    expect(await port.getSessionToken({}, by, { profile: 'p' })).toMatchObject({
      ok: true,
      value: { sessionToken: 't' },
    });
    answer = xml(
      'GetFederationToken',
      `${credentials}<FederatedUser><Arn>a</Arn><FederatedUserId>i</FederatedUserId></FederatedUser>`,
    );
    const federated = await port.getFederationToken({ name: 'me', policy: '{}' }, by, { profile: 'p' });
    expect(federated).toMatchObject({ ok: true, value: { arn: 'a' } });
    answer = xml('GetCallerIdentity', '<Arn>a</Arn><UserId>u</UserId><Account>012345678901</Account>');
    expect(await port.getCallerIdentity(by, { profile: 'p' })).toEqual({
      ok: true,
      value: { arn: 'a', accountId: '012345678901' },
    });
    expect(asked.every(({ headers }) => headers.authorization?.includes('/eu-north-1/sts/'))).toBe(true);
  });

  it('never signs with another request’s keys', async () => {
    answer = xml('GetCallerIdentity', '<Arn>a</Arn><UserId>u</UserId><Account>1</Account>');
    const port = sts();
    const ids = Array.from({ length: 8 }, (_, n) => `AKIAIOSFODNN${n}EXAMPLE`);
    await Promise.all(ids.map((accessKeyId) => port.getCallerIdentity({ ...by, accessKeyId }, { profile: 'p' })));
    expect(asked.map(({ headers }) => /Credential=(\w+)/.exec(headers.authorization ?? '')?.[1]).sort()).toEqual(ids);
  });
});

describe('trying again', () => {
  it('repeats what is safe to repeat', async () => {
    answer = (request, form, response) =>
      asked.length < 3
        ? refuse(500, 'InternalFailure', '')(request, form, response)
        : xml('AssumeRole', credentials)(request, form, response);
    expect(await sts().assumeRole(role, by, { profile: 'p' })).toMatchObject({ ok: true });
    expect(asked).toHaveLength(3);
  });

  it.each([
    ['a server error', refuse(500, 'InternalFailure', ''), 'aws-error'],
    ['throttling', refuse(400, 'Throttling', 'Rate exceeded'), 'throttled'],
    ['a cut connection', ((_q, _f, response) => response.destroy()) as Answer, 'network'],
    ['a clock that is off', refuse(403, 'SignatureDoesNotMatch', 'Signature expired'), 'clock-skew'],
  ])('sends an MFA code once, whatever comes back: %s', async (_name, theirs, kind) => {
    answer = theirs;
    const input = { ...role, mfaSerial: 'arn:aws:iam::1:mfa/a', mfaCode: '123456' };
    expect(await sts().assumeRole(input, by, { profile: 'p' })).toMatchObject({ ok: false, failure: { kind } });
    expect(asked).toHaveLength(1);
  });

  it('does not repeat a refusal', async () => {
    answer = refuse(403, 'AccessDenied', 'is not authorized to perform: sts:AssumeRole on resource: x');
    expect(await sts().assumeRole(role, by, { profile: 'p' })).toMatchObject({
      ok: false,
      failure: { kind: 'not-authorized', awsCode: 'AccessDenied', requestId: 'r-1' },
    });
    expect(asked).toHaveLength(1);
  });
});

describe('waiting has an end', () => {
  it('by the deadline', async () => {
    answer = () => undefined;
    const result = await sts({ deadlineMs: 50 }).getCallerIdentity(by, { profile: 'p' });
    expect(result).toMatchObject({ ok: false, failure: { kind: 'timeout', profile: 'p' } });
  });

  it('by the time-out of one attempt', async () => {
    answer = () => undefined;
    const result = await sts({ attemptTimeoutMs: 50, maxAttempts: 1 }).getCallerIdentity(by, { profile: 'p' });
    expect(result).toMatchObject({ ok: false, failure: { kind: 'timeout' } });
  });

  it('by the caller', async () => {
    const controller = new AbortController();
    answer = () => controller.abort();
    const result = await sts().getCallerIdentity(by, { profile: 'p', signal: controller.signal });
    expect(result).toMatchObject({ ok: false, failure: { kind: 'cancelled' } });
    const early = await sts().getCallerIdentity(by, { profile: 'p', signal: controller.signal });
    expect(early).toMatchObject({ ok: false, failure: { kind: 'cancelled' } });
    expect(asked).toHaveLength(1);
  });

  it('when nobody listens', async () => {
    await stop();
    const result = await sts({ maxAttempts: 1 }).getCallerIdentity(by, { profile: 'p' });
    expect(result).toMatchObject({ ok: false, failure: { kind: 'network' } });
    expect(JSON.stringify(result)).not.toContain(by.secretAccessKey);
  });
});
