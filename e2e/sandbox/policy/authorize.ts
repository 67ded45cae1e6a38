import { accessDenied } from '../protocol/aws-error.ts';
import { callerArn, identityPolicies, isRoot } from '../state/identity.ts';
import type { Caller, Role } from '../state/model.ts';
import type { RequestContext } from './conditions.ts';
import { type Decision, evaluate, type Question } from './evaluate.ts';
import { evaluateTrust } from './trust.ts';

/** Throws AccessDenied unless identity and session policies allow the action. The root user may everything.
 * `shownResource` is how the refusal names the resource. */
export function authorize(caller: Caller, question: Question, shownResource = question.resource): void {
  const decision = decide(caller, question);
  if (decision !== 'allow') throw notAuthorized(caller, question.action, shownResource, decision);
}

/** Throws AccessDenied when a policy denies outright; for actions that need no permission. */
export function refuseExplicitDeny(caller: Caller, question: Question): void {
  const decision = decide(caller, question);
  if (decision === 'explicit-deny') throw notAuthorized(caller, question.action, question.resource, decision);
}

/**
 * Throws AccessDenied unless both sides agree: the role's trust policy and, where
 * the trust policy only delegates or the role is in another account, the caller's own.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
 */
export function authorizeOnRole(caller: Caller, role: Role, action: string, context: RequestContext): void {
  const trust = evaluateTrust(role, caller, action, context);
  const own = decide(caller, { action, resource: role.arn, context });
  if (own === 'explicit-deny') throw notAuthorized(caller, action, role.arn, own);
  const isNamedAtHome = trust === 'direct' && role.account === caller.account && sessionPoliciesOf(caller).length === 0;
  const trusted = trust === 'direct' || trust === 'delegated';
  if (!trusted || !(own === 'allow' || isNamedAtHome)) throw notAuthorized(caller, action, role.arn);
}

/** AWS's text; it does not say whether the role exists, nor which side refused, unless a policy of the caller denies outright. */
export function notAuthorized(caller: Caller, action: string, resource: string, decision?: Decision) {
  const why = decision === 'explicit-deny' ? ' with an explicit deny in an identity-based policy' : '';
  return accessDenied(
    `User: ${callerArn(caller)} is not authorized to perform: ${action} on resource: ${resource}${why}`,
  );
}

function decide(caller: Caller, question: Question): Decision {
  if (isRoot(caller)) return 'allow';
  const own = evaluate(identityPolicies(caller), question);
  const sessionPolicies = sessionPoliciesOf(caller);
  if (own !== 'allow' || sessionPolicies.length === 0) return own;
  return evaluate(sessionPolicies, question);
}

function sessionPoliciesOf(caller: Caller) {
  return caller.kind === 'session' ? caller.session.sessionPolicies : [];
}
