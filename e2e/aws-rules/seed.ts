import { randomBytes } from 'node:crypto';
import { Secret } from 'otpauth';
import { billingAccount, chinaAccount, mainAccount, productionAccount } from '../sandbox/default-accounts.ts';
import type { PolicyDocument, Statement } from '../sandbox/policy/document.ts';
import type { Seed, SeedRole, SeedUser } from '../sandbox/state/seed.ts';
import type { Row } from './row.ts';

const accountIds = { main: mainAccount, china: chinaAccount } as const;
export const userOf = (row: Row) => `${row.id}-user`;

const policy = (...statements: Statement[]): PolicyDocument => ({ Version: '2012-10-17', Statement: statements });
const mainRoot = `arn:aws:iam::${mainAccount}:root`;
const everything = ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'];

function trust(principal: string, condition?: Statement['Condition'], actions = everything): PolicyDocument {
  return policy({
    Effect: 'Allow',
    Principal: { AWS: principal },
    Action: actions,
    ...(condition && { Condition: condition }),
  });
}

const assumeAny = policy({ Effect: 'Allow', Action: everything, Resource: '*' });

/** Each role is one kind of trust policy, by its name. */
const roles: readonly SeedRole[] = [
  { name: 'Open', trust: trust(mainRoot), policies: [assumeAny], maxSessionDurationSeconds: 43_200 },
  { name: 'Hour', trust: trust(mainRoot), policies: [assumeAny], maxSessionDurationSeconds: 3600 },
  { name: 'Refused', trust: trust(mainRoot) },
  { name: 'HourAtMost', trust: trust(mainRoot), maxSessionDurationSeconds: 3600 },
  { name: 'HourWithCode', trust: trust(mainRoot), maxSessionDurationSeconds: 3600 },
  { name: 'TwoHours', trust: trust(mainRoot), maxSessionDurationSeconds: 7200 },
  { name: 'WithMfa', trust: trust(mainRoot, { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }) },
  { name: 'Plain', trust: trust(mainRoot, undefined, ['sts:AssumeRole']) },
  { name: 'Named', trust: trust(mainRoot, { StringEquals: { 'sts:RoleSessionName': 'agreed-name' } }) },
  {
    name: 'Identified',
    trust: trust(mainRoot, { StringEquals: { 'sts:SourceIdentity': 'agreed-identity' } }),
    policies: [assumeAny],
  },
  { name: 'ForUnicorns', trust: trust(mainRoot, { StringEquals: { 'aws:PrincipalTag/Project': 'unicorn' } }) },
  { name: 'ForStrangers', trust: trust(`arn:aws:iam::${chinaAccount}:root`) },
  { name: 'Denied', trust: trust(mainRoot) },
  { name: 'ForOpenOnly', trust: trust(`arn:aws:iam::${mainAccount}:role/Open`), maxSessionDurationSeconds: 43_200 },
];

/** A user for each row, with a key and an MFA device of its own. */
export function seedFor(rows: readonly Row[]): Seed {
  const users = (account: 'main' | 'china') =>
    rows.filter((row) => (row.account ?? 'main') === account && !row.isRoot).map((row) => seedUser(row, rows));
  return {
    accounts: [
      { id: mainAccount, name: 'Main', disabledRegions: ['eu-south-2'], users: users('main'), roles },
      {
        id: productionAccount,
        name: 'Partner',
        users: [],
        roles: [{ name: 'WithExternalId', trust: trust(mainRoot, { StringEquals: { 'sts:ExternalId': 'agreed' } }) }],
      },
      { id: billingAccount, name: 'Zero', users: [], roles: [{ name: 'ZeroAccount', trust: trust(mainRoot) }] },
      {
        id: accountIds.china,
        name: 'China',
        partition: 'aws-cn',
        users: users('china'),
        roles: [{ name: 'ChinaOpen', trust: trust(`arn:aws-cn:iam::${chinaAccount}:root`) }],
      },
      // A root user has an account to itself.
      ...rows
        .filter(({ isRoot }) => isRoot)
        .map((row, at) => ({
          id: String(222_200_000_000 + at),
          name: row.id,
          users: [{ ...seedUser(row, rows), isRoot: true }],
          roles: [],
        })),
    ],
  };
}

function seedUser(row: Row, rows: readonly Row[]): SeedUser {
  return {
    name: userOf(row),
    accessKeys: [
      { id: `AKIA${String(rows.indexOf(row)).padStart(9, '0')}EXAMPLE`, secret: randomBytes(30).toString('base64') },
    ],
    totpSeed: new Secret({ size: 20 }).base32,
    policies: [
      policy(
        { Effect: 'Allow', Action: [...everything, 'sts:GetFederationToken'], Resource: '*' },
        { Effect: 'Deny', Action: 'sts:AssumeRole', Resource: `arn:aws:iam::${mainAccount}:role/Denied` },
      ),
    ],
  };
}
