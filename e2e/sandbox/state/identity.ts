import type { PolicyDocument } from '../policy/document.ts';
import type { Caller, Session } from './model.ts';

/** The caller's ARN as GetCallerIdentity and refusals show it. A role's path is not part of its sessions' ARNs. */
export function callerArn(caller: Caller): string {
  return caller.kind === 'key' ? caller.user.arn : sessionArn(caller.session);
}

export function sessionArn({ account, identity }: Session): string {
  const prefix = `arn:${account.partition}:sts::${account.id}`;
  switch (identity.kind) {
    case 'user':
      return identity.user.arn;
    case 'role':
      return `${prefix}:assumed-role/${identity.role.name}/${identity.sessionName}`;
    case 'federated':
      return `${prefix}:federated-user/${identity.name}`;
  }
}

/** The caller's unique id: `AIDA…`, `AROA…:session-name`, `account:name`. */
export function callerUserId(caller: Caller): string {
  return caller.kind === 'key' ? caller.user.id : sessionUserId(caller.session);
}

export function sessionUserId({ account, identity }: Session): string {
  switch (identity.kind) {
    case 'user':
      return identity.user.id;
    case 'role':
      return `${identity.role.id}:${identity.sessionName}`;
    case 'federated':
      return `${account.id}:${identity.name}`;
  }
}

/** The identity policies that speak for the caller. */
export function identityPolicies(caller: Caller): readonly PolicyDocument[] {
  if (caller.kind === 'key') return caller.user.policies;
  const { identity } = caller.session;
  return identity.kind === 'role' ? identity.role.policies : identity.user.policies;
}

export function isRoot(caller: Caller): boolean {
  if (caller.kind === 'key') return caller.user.isRoot;
  const { identity } = caller.session;
  return identity.kind === 'user' && identity.user.isRoot;
}
