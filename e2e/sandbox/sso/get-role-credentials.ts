import { createHash } from 'node:crypto';
import type { IdentityCenter } from '../identity-center/center.ts';
import type { OrganizationAccount } from '../identity-center/model.ts';
import type { PolicyDocument } from '../policy/document.ts';
import { newId } from '../state/ids.ts';
import type { Role } from '../state/model.ts';
import type { State } from '../state/state.ts';
import { issueSession } from '../sts/issue-session.ts';
import { forbidden, invalidRequest, notFound } from './errors.ts';

const defaultSessionSeconds = 3600;
const readPolicies: readonly PolicyDocument[] = [
  {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: ['*:Get*', '*:List*', '*:Describe*'], Resource: '*' }],
  },
];

/**
 * Credentials of the role that Identity Center made in the account for this
 * permission set. They are role credentials like any other: what they assume
 * further is chained.
 * @see https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_GetRoleCredentials.html
 */
export function getRoleCredentials(state: State, center: IdentityCenter, parameters: ReadonlyMap<string, string>) {
  const accountId = parameters.get('account_id');
  const roleName = parameters.get('role_name');
  if (!accountId || !roleName) throw invalidRequest('account_id and role_name are required');
  const account = center.organization.get(accountId);
  if (!account) throw notFound('No such account');
  if (!account.roles.includes(roleName)) throw forbidden();

  const role = reservedRole(state, center, account, roleName);
  const seconds = center.seed.permissionSets?.[roleName]?.sessionSeconds ?? defaultSessionSeconds;
  const session = issueSession(state, seconds, {
    account: role.account,
    // The console takes no SessionDuration for these, as for a role reached by chaining.
    identity: { kind: 'role', role, sessionName: center.seed.userName, isChained: true },
  });
  return {
    roleCredentials: {
      accessKeyId: session.accessKeyId,
      secretAccessKey: session.secretAccessKey,
      sessionToken: session.sessionToken,
      expiration: session.expiresAt,
    },
  };
}

/** The role behind an assignment, made when it is first asked for: an organisation has thousands. */
function reservedRole(state: State, center: IdentityCenter, account: OrganizationAccount, permissionSet: string): Role {
  const digest = createHash('sha256').update(`${account.id}/${permissionSet}`).digest('hex').slice(0, 16);
  const name = `AWSReservedSSO_${permissionSet}_${digest}`;
  const path = `/aws-reserved/sso.amazonaws.com/${center.seed.region}/`;
  const owner = state.accounts.get(account.id) ?? {
    id: account.id,
    name: account.name,
    partition: 'aws',
    disabledRegions: [],
  };
  state.accounts.set(owner.id, owner);
  const arn = `arn:${owner.partition}:iam::${owner.id}:role${path}${name}`;
  const role = state.roles.get(arn) ?? {
    account: owner,
    name,
    path,
    arn,
    id: newId('AROA'),
    // Only Identity Center's own SAML provider may assume it.
    trust: { Version: '2012-10-17', Statement: [] },
    policies: center.seed.permissionSets?.[permissionSet]?.policies ?? readPolicies,
    maxSessionDurationSeconds: 43_200,
  };
  state.roles.set(arn, role);
  return role;
}
