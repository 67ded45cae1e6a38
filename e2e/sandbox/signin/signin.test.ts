import {
  AssumeRoleCommand,
  type Credentials,
  GetFederationTokenCommand,
  GetSessionTokenCommand,
} from '@aws-sdk/client-sts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../sandbox.ts';
import { stsClient } from '../testing/sts-client.ts';

let sandbox: Sandbox;
let role: Credentials | undefined;
beforeEach(async () => {
  sandbox = await createSandbox();
  role = await assume('ada', 'ReadOnly');
});
afterEach(() => sandbox.close());

async function assume(by: Parameters<typeof stsClient>[1], name: string, more = {}): Promise<Credentials | undefined> {
  const input = { RoleArn: sandbox.role(name).arn, RoleSessionName: '<ada>'.replace(/[<>]/g, ''), ...more };
  return (await stsClient(sandbox, by).send(new AssumeRoleCommand(input))).Credentials;
}

const destination = 'https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1';
const url = (parameters: Record<string, string>) =>
  `${sandbox.endpoints.signin}/federation?${new URLSearchParams(parameters)}`;
const sessionText = (credentials: Credentials | undefined) =>
  JSON.stringify({
    sessionId: credentials?.AccessKeyId,
    sessionKey: credentials?.SecretAccessKey,
    sessionToken: credentials?.SessionToken,
  });
const ask = (credentials: Credentials | undefined, more: Record<string, string> = {}) =>
  fetch(url({ Action: 'getSigninToken', Session: sessionText(credentials), ...more }));
const token = async (credentials = role, more = {}) =>
  ((await (await ask(credentials, more)).json()) as { SigninToken: string }).SigninToken;
const login = (SigninToken: string, Destination = destination) =>
  fetch(url({ Action: 'login', Issuer: 'test', Destination, SigninToken }));
const refused = async (answer: Promise<Response>) => {
  const { status, text } = await answer.then(async (a) => ({ status: a.status, text: await a.text() }));
  expect(status).toBe(400);
  return /<p>(.*?)<\/p>/.exec(text)?.[1];
};

describe('the way into the console', () => {
  it('leads to a page that names account, role and destination', async () => {
    const answer = await login(await token());
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(page).toContain('111122223333 (Acme Main)');
    expect(page).toContain('ReadOnly/ada');
    expect(page).toContain('https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1');
  });

  it('opens the console’s pages for that browser, until the session ends', async () => {
    const answer = await login(await token(role, { SessionDuration: '900' }));
    const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const page = `${sandbox.endpoints.signin}/console/eu-west-1.console.aws.amazon.com/s3/home`;
    expect((await fetch(page)).status).toBe(403);
    const open = await fetch(page, { headers: { cookie } });
    expect([open.status, await open.text()]).toEqual([200, expect.stringContaining('ReadOnly/ada')]);
    sandbox.clock.advance(900_000);
    expect((await fetch(page, { headers: { cookie } })).status).toBe(403);
  });

  it('may be asked by POST', async () => {
    const body = new URLSearchParams({ Action: 'getSigninToken', Session: sessionText(role) });
    const answer = await fetch(`${sandbox.endpoints.signin}/federation`, { method: 'POST', body });
    expect(await answer.json()).toEqual({ SigninToken: expect.any(String) });
  });

  it('is open to federated users', async () => {
    const Policy = JSON.stringify({
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Action: '*', Resource: '*' },
    });
    const { Credentials } = await stsClient(sandbox, 'ada').send(
      new GetFederationTokenCommand({ Name: 'ada', Policy }),
    );
    expect(await (await login(await token(Credentials))).text()).toContain('federated-user/ada');
    expect(await refused(ask(Credentials, { SessionDuration: '3600' }))).toContain('GetFederationToken');
  });
});

describe('tokens', () => {
  it('work once', async () => {
    const value = await token();
    expect((await login(value)).status).toBe(200);
    expect(await refused(login(value))).toBe('The sign-in token is invalid or expired.');
  });

  it('live fifteen minutes', async () => {
    const value = await token();
    sandbox.clock.advance(15 * 60_000);
    expect(await refused(login(value))).toBe('The sign-in token is invalid or expired.');
  });

  it('lead nowhere but to the console of their partition', async () => {
    const value = await token();
    const elsewhere = [
      'https://example.com/',
      'http://console.aws.amazon.com/',
      'https://console.aws.amazon.com.example.com/',
      'https://cn-north-1.console.amazonaws.cn/',
      'javascript:alert(1)',
      '',
    ];
    for (const target of elsewhere) expect(await refused(login(value, target))).toContain('Destination');
    expect((await login(value)).status).toBe(200);
  });
});

describe('credentials', () => {
  it('of GetSessionToken are refused', async () => {
    const { Credentials } = await stsClient(sandbox, 'ada').send(new GetSessionTokenCommand());
    expect(await refused(ask(Credentials))).toBe('Only federation tokens or assume role tokens may be used');
  });

  it('must be right, whole and unexpired', async () => {
    expect(await refused(ask(role && { ...role, SecretAccessKey: 'x' }))).toContain('invalid');
    expect(await refused(ask(role && { ...role, SessionToken: 'x' }))).toContain('invalid');
    expect(await refused(fetch(url({ Action: 'getSigninToken', Session: '{}' })))).toContain('JSON');
    expect(await refused(fetch(url({ Action: 'other' })))).toContain('Action');
    sandbox.clock.advance(3_600_000);
    expect(await refused(ask(role))).toContain('expired');
  });
});

describe('SessionDuration', () => {
  it('is from 900 to 43200, and no longer than the role allows', async () => {
    for (const SessionDuration of ['899', '43201', 'x', '']) {
      expect(await refused(ask(role, { SessionDuration }))).toContain('900 to 43200');
    }
    expect((await ask(role, { SessionDuration: '14400' })).status).toBe(200);
    expect(await refused(ask(role, { SessionDuration: '14401' }))).toContain('MaxSessionDuration');
  });

  it('is refused for a chained role', async () => {
    const mfa = { SerialNumber: sandbox.user('ada').mfaSerial, TokenCode: sandbox.totp('ada') };
    const chained = await assume(await assume('ada', 'Developer', mfa), 'Chained');
    expect(await refused(ask(chained, { SessionDuration: '900' }))).toContain('chaining');
    expect((await ask(chained)).status).toBe(200);
    const { Credentials } = await stsClient(sandbox, 'ada').send(new GetSessionTokenCommand());
    expect(await refused(ask(await assume(Credentials, 'ReadOnly'), { SessionDuration: '900' }))).toContain('chaining');
  });
});

it('writes no secret into the record of requests', async () => {
  const value = await token();
  await login(value);
  const record = JSON.stringify(sandbox.requests());
  for (const secret of [value, role?.SecretAccessKey, role?.SessionToken, sandbox.user('ada').secretAccessKey]) {
    expect(record).not.toContain(secret);
  }
  expect(sandbox.requests().map(({ action }) => action)).toEqual(['AssumeRole', 'getSigninToken', 'login']);
});
