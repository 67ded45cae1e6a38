import {
  GetRoleCredentialsCommand,
  ListAccountRolesCommand,
  ListAccountsCommand,
  LogoutCommand,
  paginateListAccounts,
} from '@aws-sdk/client-sso';
import { CreateTokenCommand } from '@aws-sdk/client-sso-oidc';
import { AssumeRoleCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mainAccount, productionAccount } from '../default-accounts.ts';
import { defaultSeed } from '../default-seed.ts';
import { defaultIdentityCenter } from '../identity-center/default-center.ts';
import { createOrganization } from '../identity-center/organization.ts';
import { createSandbox, type Sandbox } from '../sandbox.ts';
import { oidcClient, portalClient, signIn } from '../testing/identity-center-client.ts';
import { stsClient } from '../testing/sts-client.ts';

let sandbox: Sandbox;
let accessToken: string;
beforeEach(async () => {
  sandbox = await createSandbox();
  accessToken = (await signIn(sandbox)).accessToken;
});
afterEach(() => sandbox.close());

async function refused(call: Promise<unknown>): Promise<string> {
  const problem = await call.then(
    () => undefined,
    (error: { name: string; $metadata?: { httpStatusCode?: number } }) =>
      `${error.$metadata?.httpStatusCode} ${error.name}`,
  );
  return problem ?? 'not refused';
}
const list = (more = {}) => portalClient(sandbox).send(new ListAccountsCommand({ accessToken, ...more }));
const credentialsOf = async (roleName = 'AdministratorAccess', accountId = mainAccount) =>
  (await portalClient(sandbox).send(new GetRoleCredentialsCommand({ accessToken, roleName, accountId })))
    .roleCredentials ?? {};
const unauthorized = '401 UnauthorizedException';

describe('lists', () => {
  it('name accounts and roles', async () => {
    expect((await list()).accountList).toContainEqual({
      accountId: '012345678901',
      accountName: 'Acme Billing',
      emailAddress: 'aws-billing@acme.example',
    });
    const { roleList } = await portalClient(sandbox).send(
      new ListAccountRolesCommand({ accessToken, accountId: productionAccount }),
    );
    expect(roleList?.map(({ roleName }) => roleName)).toEqual(['AdministratorAccess', 'ReadOnlyAccess']);
  });

  it('come by pages, whose tokens are good for their own list', async () => {
    const seen = [];
    const pages = paginateListAccounts({ client: portalClient(sandbox), pageSize: 1 }, { accessToken });
    for await (const page of pages) seen.push(page.accountList?.length);
    expect(seen).toEqual([1, 1, 1]);
    const { nextToken } = await list({ maxResults: 1 });
    const roles = new ListAccountRolesCommand({ accessToken, accountId: mainAccount, nextToken });
    expect(await refused(portalClient(sandbox).send(roles))).toBe('400 InvalidRequestException');
    expect(await refused(list({ maxResults: 101 }))).toBe('400 InvalidRequestException');
    expect(await refused(list({ nextToken: 'x' }))).toBe('400 InvalidRequestException');
  });

  it('follow the organisation', async () => {
    const { organization, putAccount, removeAccount } = sandbox.identityCenter;
    const [first] = organization();
    if (!first) throw new Error('The organisation is empty.');
    putAccount({ ...first, name: 'Renamed' });
    removeAccount(productionAccount);
    const names = (await list()).accountList?.map(({ accountName }) => accountName);
    expect(names).toEqual(['Renamed', 'Acme Billing']);
  });
});

describe('a role’s credentials', () => {
  it('are a role’s to STS, and end in milliseconds', async () => {
    const { accessKeyId, secretAccessKey, sessionToken, expiration = 0 } = await credentialsOf();
    const left = expiration - sandbox.clock.now();
    expect([left > 3_590_000, left <= 3_600_000]).toEqual([true, true]);
    const by = { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey, SessionToken: sessionToken };
    const { Arn } = await stsClient(sandbox, by).send(new GetCallerIdentityCommand());
    expect(Arn).toMatch(
      /^arn:aws:sts::111122223333:assumed-role\/AWSReservedSSO_AdministratorAccess_[0-9a-f]{16}\/ada@acme\.example$/,
    );

    const RoleArn = sandbox.role('ReadOnly').arn;
    const assume = (DurationSeconds: number) =>
      stsClient(sandbox, by).send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'chained', DurationSeconds }));
    expect((await assume(3600)).AssumedRoleUser?.Arn).toContain('assumed-role/ReadOnly/chained');
    await expect(assume(3601)).rejects.toThrow('1 hour session limit for roles assumed by role chaining');
  });

  it('open the console without a SessionDuration only', async () => {
    const { accessKeyId, secretAccessKey, sessionToken } = await credentialsOf('ReadOnlyAccess');
    const Session = JSON.stringify({ sessionId: accessKeyId, sessionKey: secretAccessKey, sessionToken });
    const ask = async (more = {}) =>
      (
        await fetch(
          `${sandbox.endpoints.signin}/federation?${new URLSearchParams({ Action: 'getSigninToken', Session, ...more })}`,
        )
      ).status;
    expect(await ask()).toBe(200);
    expect(await ask({ SessionDuration: '3600' })).toBe(400);
  });

  it('are for those to whom the role is assigned', async () => {
    expect(await refused(credentialsOf('Billing'))).toBe('403 ForbiddenException');
    expect(await refused(credentialsOf('Billing', '000000000000'))).toBe('404 ResourceNotFoundException');
  });
});

describe('a token', () => {
  it('is dead when it is unknown, expired, revoked or signed out', async () => {
    expect(await refused(list({ accessToken: 'unknown' }))).toBe(unauthorized);
    sandbox.clock.advance(3_600_000);
    expect(await refused(list())).toBe(unauthorized);

    const session = await signIn(sandbox);
    accessToken = session.accessToken;
    await list();
    sandbox.identityCenter.revokeAccessTokens();
    expect(await refused(list())).toBe(unauthorized);
    const { clientId, clientSecret, refreshToken } = session;
    const refresh = new CreateTokenCommand({ clientId, clientSecret, refreshToken, grantType: 'refresh_token' });
    accessToken = (await oidcClient(sandbox).send(refresh)).accessToken ?? '';
    await list();
    await portalClient(sandbox).send(new LogoutCommand({ accessToken }));
    expect(await refused(list())).toBe(unauthorized);
  });
});

describe('the limit', () => {
  it('is twenty a second, and names a wait now and then', async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, () =>
        fetch(`${sandbox.endpoints.sso}/assignment/accounts`, { headers: { 'x-amz-sso_bearer_token': accessToken } }),
      ),
    );
    const limited = answers.filter(({ status }) => status === 429);
    expect(limited.length).toBeGreaterThan(20);
    expect(limited.every(({ headers }) => headers.get('x-amzn-errortype') === 'TooManyRequestsException')).toBe(true);
    const waits = limited.map(({ headers }) => headers.get('retry-after'));
    expect(new Set(waits)).toEqual(new Set([null, '1']));
    sandbox.clock.advance(1000);
    await list();
  });

  it('is what a throttle fault says, too', async () => {
    sandbox.faults.add({ kind: 'throttle', service: 'sso', times: 1 });
    expect(await refused(list())).toBe('429 TooManyRequestsException');
  });
});

it('lists a generated organisation whole', async () => {
  const organization = createOrganization({ seed: 5, accounts: 800, rolesPerAccount: 5 });
  const identityCenter = { ...defaultIdentityCenter, organization, requestsPerSecond: 1000 };
  const large = await createSandbox({ ...defaultSeed, identityCenter });
  const token = (await signIn(large)).accessToken;
  const names: (string | undefined)[] = [];
  for await (const page of paginateListAccounts({ client: portalClient(large) }, { accessToken: token })) {
    names.push(...(page.accountList ?? []).map(({ accountName }) => accountName));
  }
  expect(names).toEqual(organization.map(({ name }) => name));
  await large.close();
});
