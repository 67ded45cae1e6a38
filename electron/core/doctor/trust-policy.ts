import { parseArn, parseRoleArn } from '../arn.ts';
import type { Proposal } from './check.ts';

/** A request for a role, as far as a trust policy can look at it. */
export interface RoleRequest {
  readonly roleArn: string;
  /** Of the user or role that asks, or of its session. */
  readonly callerArn: string;
  /** The request would carry MFA. */
  readonly withMfa: boolean;
  readonly externalId?: string | undefined;
  readonly sourceIdentity?: string | undefined;
  /** Also when its value is another one each time. */
  readonly setsSourceIdentity?: boolean | undefined;
  readonly roleSessionName?: string | undefined;
  readonly tagKeys?: readonly string[] | undefined;
}

type Condition = Record<string, Record<string, string | readonly string[]>>;

/** Roles of Identity Center are made by AWS, below this path, with a suffix that changes when they are made anew. */
const SSO_ROLE = /^(AWSReservedSSO_.+)_[0-9a-f]+$/;

/**
 * The trust policy that admits this very request, and as little else as can be
 * said. Undefined for a caller that no trust policy can admit: the root user, a
 * federated user.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function proposalFor(request: RoleRequest): Proposal | undefined {
  const role = parseArn(request.roleArn);
  const who = principalOf(request.callerArn);
  if (!role || !who) return undefined;
  const condition = { ...who.condition, ...conditionsOf(request) };
  const actions = [
    'sts:AssumeRole',
    ...(request.tagKeys?.length ? ['sts:TagSession'] : []),
    ...(request.setsSourceIdentity || request.sourceIdentity !== undefined ? ['sts:SetSourceIdentity'] : []),
  ];
  const Action = actions.length === 1 ? actions[0] : actions;
  const elsewhere = role.accountId !== who.accountId;
  return {
    roleArn: request.roleArn,
    accountId: role.accountId,
    trustPolicy: policy({
      Effect: 'Allow',
      Principal: { AWS: who.principal },
      Action,
      ...(Object.keys(condition).length > 0 && { Condition: condition }),
    }),
    notes: [...who.notes, ...notesOf(request, elsewhere)],
    ...((elsewhere || who.delegates) && {
      identityPolicy: policy({ Effect: 'Allow', Action, Resource: request.roleArn }),
    }),
  };
}

const policy = (statement: object) => JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, null, 2);

interface Principal {
  readonly accountId: string;
  readonly principal: string;
  readonly condition?: Condition;
  readonly notes: readonly string[];
  /** The policy admits the account, whose own policies then decide. */
  readonly delegates?: boolean;
}

function principalOf(callerArn: string): Principal | undefined {
  const arn = parseArn(callerArn);
  if (!arn) return undefined;
  const { partition, accountId } = arn;
  const iam = (resource: string) => `arn:${partition}:iam::${accountId}:${resource}`;
  if (arn.service === 'iam' && arn.resource.startsWith('user/'))
    return { accountId, principal: callerArn, notes: exactly(callerArn, iam('root'), accountId, 'user') };
  const roleName = parseRoleArn(callerArn)?.roleName;
  if (roleName === undefined) return undefined;
  const permissionSet = SSO_ROLE.exec(roleName)?.[1];
  if (permissionSet !== undefined) {
    return {
      accountId,
      principal: iam('root'),
      condition: { ArnLike: { 'aws:PrincipalArn': iam(`role/aws-reserved/*/${permissionSet}_*`) } },
      delegates: true,
      notes: [
        `The principal is the account ${accountId}, cut down to your permission set by aws:PrincipalArn: AWS gives the role of a permission set a new name when it is made anew, and a principal that names the old one would stop working.`,
      ],
    };
  }
  const principal = arn.service === 'sts' ? iam(`role/${roleName}`) : callerArn;
  const path =
    arn.service === 'sts'
      ? [`If that role has a path, its full ARN belongs here: AWS does not tell it to a session.`]
      : [];
  return { accountId, principal, notes: [...exactly(principal, iam('root'), accountId, 'role'), ...path] };
}

function exactly(principal: string, root: string, accountId: string, what: string): string[] {
  return [
    `The principal is exactly ${principal}: nobody else of the account ${accountId} is admitted, and where that ${what} is deleted and made anew, the policy must be saved again.`,
    `With ${root} instead, the account ${accountId} decides by its own policies who may: less to maintain, and whoever administers that account can let others in.`,
  ];
}

function conditionsOf({ withMfa, externalId, sourceIdentity, roleSessionName, tagKeys }: RoleRequest): Condition {
  const equals = {
    ...(externalId !== undefined && { 'sts:ExternalId': externalId }),
    ...(sourceIdentity !== undefined && { 'sts:SourceIdentity': sourceIdentity }),
    ...(roleSessionName !== undefined && { 'sts:RoleSessionName': roleSessionName }),
  };
  return {
    ...(withMfa && { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
    ...(Object.keys(equals).length > 0 && { StringEquals: equals }),
    ...(tagKeys?.length && { 'ForAllValues:StringEquals': { 'aws:TagKeys': [...tagKeys] } }),
  };
}

function notesOf(request: RoleRequest, elsewhere: boolean): string[] {
  const { withMfa, externalId } = request;
  return [
    'The conditions are what this profile sends; each may be left out, and each one left out admits more.',
    ...(withMfa ? [] : ['MFA is not demanded, because this profile does not bring any.']),
    ...(elsewhere && externalId === undefined
      ? ['An external id (sts:ExternalId) is worth agreeing on where the other account is another company’s.']
      : []),
    ...(elsewhere ? ['The accounts differ, so your own account must allow it, too: that policy is below.'] : []),
  ];
}
