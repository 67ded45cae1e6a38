import { billingAccount, chinaAccount, mainAccount, productionAccount } from './default-accounts.ts';
import type { PolicyDocument, Statement } from './policy/document.ts';
import type { Seed } from './state/seed.ts';

export const billingExternalId = 'acme/billing-7';

const policy = (...statements: Statement[]): PolicyDocument => ({ Version: '2012-10-17', Statement: statements });
const allow = (actions: string[], resources: string[]): Statement => ({
  Effect: 'Allow',
  Action: actions,
  Resource: resources,
});

/** Trusts an ARN or account to assume, tag and name a source identity, under conditions. */
const trust = (principal: string, condition?: Statement['Condition']): PolicyDocument =>
  policy({
    Effect: 'Allow',
    Principal: { AWS: principal },
    Action: ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'],
    ...(condition && { Condition: condition }),
  });
/** Only AssumeRole: no tags, no source identity. */
const plainTrust = (principal: string, condition?: Statement['Condition']): PolicyDocument =>
  policy({
    Effect: 'Allow',
    Principal: { AWS: principal },
    Action: 'sts:AssumeRole',
    ...(condition && { Condition: condition }),
  });

const root = (account: string, partition = 'aws') => `arn:${partition}:iam::${account}:root`;
const withMfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
const assumeActions = ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'];
const ownKeys = allow(
  [
    'iam:ListAccessKeys',
    'iam:CreateAccessKey',
    'iam:UpdateAccessKey',
    'iam:DeleteAccessKey',
    'iam:GetAccessKeyLastUsed',
    'iam:ListMFADevices',
    'iam:EnableMFADevice',
  ],
  [`arn:*:iam::*:user/\${aws:username}`],
);
const ownDevice = allow(['iam:CreateVirtualMFADevice', 'iam:DeleteVirtualMFADevice'], ['arn:*:iam::*:mfa/*']);

/**
 * A small company. `ada` has an MFA device and may assume everything; `bob` has
 * none and may read; `mei` lives in the partition aws-cn.
 */
export const defaultSeed: Seed = {
  accounts: [
    {
      id: mainAccount,
      name: 'Acme Main',
      disabledRegions: ['eu-south-2'],
      users: [
        {
          name: 'ada',
          accessKeys: [{ id: 'AKIAIOSFODNN7EXAMPLE', secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' }],
          totpSeed: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
          policies: [
            policy(
              allow(assumeActions, ['arn:aws:iam::*:role/*']),
              allow(['sts:GetFederationToken'], ['*']),
              ownKeys,
              ownDevice,
            ),
          ],
        },
        {
          name: 'bob',
          accessKeys: [{ id: 'AKIAI44QH8DHBEXAMPLE', secret: 'je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY' }],
          policies: [
            policy(
              allow(assumeActions, [`arn:aws:iam::${mainAccount}:role/*`, `arn:aws:iam::${billingAccount}:role/*`]),
              { Effect: 'Deny', Action: 'sts:AssumeRole', Resource: `arn:aws:iam::${mainAccount}:role/audit/Auditor` },
              ownKeys,
              ownDevice,
            ),
          ],
        },
      ],
      roles: [
        {
          name: 'Developer',
          trust: trust(root(mainAccount), withMfa),
          policies: [policy(allow(assumeActions, ['*']))],
          maxSessionDurationSeconds: 43_200,
        },
        { name: 'ReadOnly', trust: trust(root(mainAccount)), maxSessionDurationSeconds: 14_400 },
        { name: 'Auditor', path: '/audit/', trust: plainTrust(root(mainAccount)), maxSessionDurationSeconds: 7200 },
        {
          name: 'BreakGlass',
          trust: trust(root(mainAccount), {
            ...withMfa,
            NumericLessThan: { 'aws:MultiFactorAuthAge': '900' },
            StringLike: { 'sts:SourceIdentity': '?*' },
          }),
        },
        {
          name: 'Tagged',
          trust: trust(root(mainAccount), {
            StringEquals: { 'aws:RequestTag/Project': 'unicorn' },
            StringLike: { 'sts:RoleSessionName': `\${aws:username}*` },
          }),
        },
      ],
    },
    {
      id: billingAccount,
      name: 'Acme Billing',
      users: [],
      roles: [
        {
          name: 'BillingReader',
          path: '/finance/',
          trust: plainTrust(root(mainAccount), { StringEquals: { 'sts:ExternalId': billingExternalId } }),
        },
      ],
    },
    {
      id: productionAccount,
      name: 'Acme Production',
      users: [],
      roles: [
        { name: 'ProductionAdmin', trust: trust(root(mainAccount), withMfa), maxSessionDurationSeconds: 3600 },
        {
          name: 'Chained',
          trust: trust(`arn:aws:iam::${mainAccount}:role/Developer`),
          maxSessionDurationSeconds: 43_200,
        },
      ],
    },
    {
      id: chinaAccount,
      name: 'Acme China',
      partition: 'aws-cn',
      users: [
        {
          name: 'mei',
          accessKeys: [{ id: 'AKIAMEIDNN777EXAMPLE', secret: 'cnMeiUtnFEMI/K7MDENG/bPxRfiCYzEXAMPLEKEY' }],
          policies: [policy(allow(assumeActions, ['arn:aws-cn:iam::*:role/*']), ownKeys)],
        },
      ],
      roles: [{ name: 'ChinaReadOnly', trust: trust(root(chinaAccount, 'aws-cn')) }],
    },
  ],
};
