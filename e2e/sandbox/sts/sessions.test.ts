import {
  AssumeRoleCommand,
  GetCallerIdentityCommand,
  GetFederationTokenCommand,
  GetSessionTokenCommand,
} from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mainAccount } from '../default-accounts.ts';
import { defaultSeed } from '../default-seed.ts';
import { createSandbox, type Sandbox } from '../sandbox.ts';
import { refusal, stsClient } from '../testing/sts-client.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  const [main, ...others] = defaultSeed.accounts;
  if (!main) throw new Error('The default seed is empty.');
  const root = {
    name: 'root-of-main',
    isRoot: true,
    accessKeys: [{ id: 'AKIAROOTNODNNEXAMPLE', secret: 'rootUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEYXY' }],
    policies: [],
  };
  sandbox = await createSandbox({ accounts: [{ ...main, users: [...main.users, root] }, ...others] });
});
afterAll(() => sandbox.close());

const everything = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
});
const session = async (by: string, DurationSeconds?: number) =>
  (await stsClient(sandbox, by).send(new GetSessionTokenCommand({ DurationSeconds }))).Credentials;
const federate = (by: Parameters<typeof stsClient>[1], more = {}) =>
  stsClient(sandbox, by).send(new GetFederationTokenCommand({ Name: 'ada', Policy: everything, ...more }));
const lengthSeconds = (at: Date | undefined) => ((at?.getTime() ?? 0) - sandbox.clock.now()) / 1000;

describe('GetSessionToken', () => {
  it('is the user, for twelve hours unless asked otherwise', async () => {
    const credentials = await session('bob');
    expect(lengthSeconds(credentials?.Expiration)).toBeGreaterThan(43_100);
    expect(lengthSeconds((await session('bob', 129_600))?.Expiration)).toBeGreaterThan(129_500);
    const identity = await stsClient(sandbox, credentials).send(new GetCallerIdentityCommand());
    expect(identity.Arn).toBe(sandbox.user('bob').arn);
  });

  it('wants long-term keys', async () => {
    const again = stsClient(sandbox, await session('bob')).send(new GetSessionTokenCommand());
    expect(await refusal(again)).toBe('AccessDenied: Cannot call GetSessionToken with session credentials');
  });

  it('keeps to its limits', async () => {
    expect(await refusal(session('bob', 129_601))).toMatch(/^ValidationError.*less than or equal to 129600/);
    expect(await refusal(session('bob', 899))).toMatch(/^ValidationError.*greater than or equal to 900/);
  });

  it('gives the root user an hour at most, and no role', async () => {
    expect(lengthSeconds((await session('root-of-main', 43_200))?.Expiration)).toBeLessThanOrEqual(3600);
    const input = { RoleArn: sandbox.role('ReadOnly').arn, RoleSessionName: 'test' };
    expect(await refusal(stsClient(sandbox, 'root-of-main').send(new AssumeRoleCommand(input)))).toBe(
      'AccessDenied: Roles may not be assumed by root accounts.',
    );
  });
});

describe('GetFederationToken', () => {
  it('is a federated user', async () => {
    const { Credentials, FederatedUser } = await federate('ada');
    expect(FederatedUser).toEqual({
      FederatedUserId: `${mainAccount}:ada`,
      Arn: `arn:aws:sts::${mainAccount}:federated-user/ada`,
    });
    const identity = await stsClient(sandbox, Credentials).send(new GetCallerIdentityCommand());
    expect([identity.Arn, identity.UserId]).toEqual([FederatedUser?.Arn, FederatedUser?.FederatedUserId]);
  });

  it('needs permission and long-term keys', async () => {
    expect(await refusal(federate('bob'))).toMatch(
      /^AccessDenied: .*bob is not authorized to perform: sts:GetFederationToken/,
    );
    expect(await refusal(federate(await session('ada')))).toBe(
      'AccessDenied: Cannot call GetFederationToken with session credentials',
    );
  });

  it('gives credentials that assume nothing', async () => {
    const { Credentials } = await federate('ada');
    const input = { RoleArn: sandbox.role('ReadOnly').arn, RoleSessionName: 'test' };
    expect(await refusal(stsClient(sandbox, Credentials).send(new AssumeRoleCommand(input)))).toMatch(/^AccessDenied/);
  });

  it('keeps to its limits', async () => {
    expect(await refusal(federate('ada', { Name: 'n'.repeat(33) }))).toMatch(/^ValidationError.*at 'name'/);
    expect(await refusal(federate('ada', { Policy: 'nonsense' }))).toMatch(/^MalformedPolicyDocument/);
  });
});
