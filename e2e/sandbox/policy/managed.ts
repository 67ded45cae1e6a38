import type { PolicyDocument } from './document.ts';

const allow = (...actions: string[]): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action: actions, Resource: '*' },
});

/**
 * AWS's managed policies that people pass as session policies, with what they
 * say of the services the sandbox has. The ARN's account is `aws` in every partition.
 */
const managed: Readonly<Record<string, PolicyDocument>> = {
  AdministratorAccess: allow('*'),
  PowerUserAccess: {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', NotAction: ['iam:*', 'organizations:*', 'account:*'], Resource: '*' },
      { Effect: 'Allow', Action: ['iam:ListRoles', 'organizations:DescribeOrganization'], Resource: '*' },
    ],
  },
  ReadOnlyAccess: allow('iam:Get*', 'iam:List*', 'sts:GetCallerIdentity', 'sts:GetSessionToken'),
  ViewOnlyAccess: allow('iam:List*'),
  SecurityAudit: allow('iam:Get*', 'iam:List*'),
};

export function managedPolicy(arn: string): PolicyDocument | undefined {
  const name = /^arn:aws[\w-]*:iam::aws:policy\/(?:job-function\/)?(.+)$/.exec(arn)?.[1];
  return name === undefined ? undefined : managed[name];
}
