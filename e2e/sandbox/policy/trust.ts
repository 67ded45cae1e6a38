import { sessionArn } from '../state/identity.ts';
import type { Caller, Role } from '../state/model.ts';
import { conditionsHold, type RequestContext } from './conditions.ts';
import { list, type Statement, statements } from './document.ts';
import { actionMatches } from './evaluate.ts';

/**
 * What a trust policy says to a caller. `direct` names the caller itself, which
 * needs no identity policy within the same account; `delegated` leaves it to
 * the caller's account to say who may.
 */
export type Trust = 'direct' | 'delegated' | 'explicit-deny' | 'implicit-deny';

export function evaluateTrust(role: Role, caller: Caller, action: string, context: RequestContext): Trust {
  let trust: Trust = 'implicit-deny';
  for (const statement of statements(role.trust)) {
    const named = principalMatch(statement, caller);
    if (!named || !actionMatches(statement, action) || !conditionsHold(statement.Condition, context)) continue;
    if (statement.Effect === 'Deny') return 'explicit-deny';
    if (trust !== 'direct') trust = named;
  }
  return trust;
}

/** Only AWS principals can match: nobody reaches the sandbox as a service or through an identity provider. */
function principalMatch({ Principal }: Statement, caller: Caller): 'direct' | 'delegated' | undefined {
  const principals = Principal === '*' ? ['*'] : list(Principal?.AWS);
  const arns = principalArns(caller);
  if (principals.some((principal) => principal === '*' || arns.includes(principal))) return 'direct';
  const account = caller.account;
  const accounts = [account.id, `arn:${account.partition}:iam::${account.id}:root`];
  return principals.some((principal) => accounts.includes(principal)) ? 'delegated' : undefined;
}

/** A role's session is named by its own ARN and by the role's; wildcards inside an ARN match nobody, as in AWS. */
function principalArns(caller: Caller): string[] {
  if (caller.kind === 'key') return [caller.user.arn];
  const { identity } = caller.session;
  const own = sessionArn(caller.session);
  return identity.kind === 'role' ? [own, identity.role.arn] : [own];
}
