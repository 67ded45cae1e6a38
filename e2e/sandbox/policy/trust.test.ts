import { AssumeRoleCommand, GetSessionTokenCommand } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../sandbox.ts';
import { refusal, stsClient } from '../testing/sts-client.ts';
import type { PolicyDocument, Statement } from './document.ts';

const policy = (...Statement: Statement[]): PolicyDocument => ({ Version: '2012-10-17', Statement });
const trust = (AWS: string, more: Partial<Statement> = {}): Statement => ({
  Effect: 'Allow',
  Principal: { AWS },
  Action: 'sts:AssumeRole',
  ...more,
});
const key = (name: string) => [
  { id: `AKIA${name.padEnd(9, 'A')}EXAMPLE`, secret: `${name}UtnFEMI/K7MDENG/bPxEXAMPLEKEY` },
];
const zoe = 'arn:aws:iam::111111111111:user/zoe';
const [home, abroad, china] = ['111111111111', '222222222222', '333333333333'];
const everything = policy({ Effect: 'Allow', Action: '*', Resource: '*' });

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({
    accounts: [
      {
        id: home,
        name: 'Home',
        users: [
          // zoe has no policy of her own; max may everything but GetSessionToken.
          { name: 'zoe', accessKeys: key('ZOE'), policies: [] },
          {
            name: 'max',
            accessKeys: key('MAX'),
            policies: [everything, policy({ Effect: 'Deny', Action: 'sts:GetSessionToken', Resource: '*' })],
          },
        ],
        roles: [
          { name: 'NamesZoe', trust: policy(trust(zoe)) },
          { name: 'Delegates', trust: policy(trust(home)) },
          { name: 'NotZoe', trust: policy(trust('*'), trust(zoe, { Effect: 'Deny' })) },
          { name: 'Wild', trust: policy(trust('arn:aws:iam::111111111111:user/*')) },
          { name: 'Service', trust: policy({ ...trust('x'), Principal: { Service: 'ec2.amazonaws.com' } }) },
          { name: 'First', trust: policy(trust('*')) },
          { name: 'NamesFirst', trust: policy(trust(`arn:aws:iam::${home}:role/First`)) },
          {
            name: 'NamesSession',
            trust: policy(trust(`arn:aws:sts::${home}:assumed-role/First/one`)),
          },
        ],
      },
      { id: abroad, name: 'Abroad', users: [], roles: [{ name: 'AbroadZoe', trust: policy(trust(zoe)) }] },
      {
        id: china,
        name: 'China',
        partition: 'aws-cn',
        users: [],
        roles: [{ name: 'Everyone', trust: policy(trust('*')) }],
      },
    ],
  });
});
afterAll(() => sandbox.close());

const assume = async (by: Parameters<typeof stsClient>[1], role: string, more = {}) => {
  const input = { RoleArn: sandbox.role(role).arn, RoleSessionName: 'one', ...more };
  return (await stsClient(sandbox, by).send(new AssumeRoleCommand(input))).Credentials;
};
const denied = /^AccessDenied: .* is not authorized to perform: sts:AssumeRole on resource: /;

it('a trust policy that names the user is enough at home, not abroad', async () => {
  await assume('zoe', 'NamesZoe');
  expect(await refusal(assume('zoe', 'AbroadZoe'))).toMatch(denied);
  expect(await refusal(assume('max', 'NamesZoe'))).toMatch(denied);
});

it('one that names the account leaves it to the user’s policies', async () => {
  expect(await refusal(assume('zoe', 'Delegates'))).toMatch(denied);
  await assume('max', 'Delegates');
});

it('a denial in it wins, for those it names', async () => {
  expect(await refusal(assume('zoe', 'NotZoe'))).toMatch(denied);
  await assume('max', 'NotZoe');
});

it('a wildcard inside an ARN, or a service, is nobody', async () => {
  expect(await refusal(assume('max', 'Wild'))).toMatch(denied);
  expect(await refusal(assume('max', 'Service'))).toMatch(denied);
});

it('a role is named by its ARN, its session by its own', async () => {
  const one = await assume('zoe', 'First');
  const two = await assume('zoe', 'First', { RoleSessionName: 'two' });
  await assume(one, 'NamesFirst');
  await assume(two, 'NamesFirst');
  await assume(one, 'NamesSession');
  expect(await refusal(assume(two, 'NamesSession'))).toMatch(denied);
});

it('a session policy holds even where the trust policy names the role', async () => {
  const Policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action: 's3:*', Resource: '*' },
  });
  expect(await refusal(assume(await assume('zoe', 'First', { Policy }), 'NamesFirst'))).toMatch(denied);
});

it('no trust reaches over partitions', async () => {
  expect(await refusal(assume('max', 'Everyone'))).toMatch(denied);
});

it('GetSessionToken needs no permission, but heeds a denial', async () => {
  await stsClient(sandbox, 'zoe').send(new GetSessionTokenCommand());
  const call = stsClient(sandbox, 'max').send(new GetSessionTokenCommand());
  expect(await refusal(call)).toMatch(/sts:GetSessionToken on resource: \* with an explicit deny/);
});
