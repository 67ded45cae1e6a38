import { authorizeOnRole, notAuthorized } from '../policy/authorize.ts';
import { requestContext } from '../policy/request-context.ts';
import { accessDenied, validationError } from '../protocol/aws-error.ts';
import type { Action } from '../protocol/call.ts';
import { checkLimits } from '../protocol/limits.ts';
import { isRoot, sessionArn, sessionUserId } from '../state/identity.ts';
import type { Caller } from '../state/model.ts';
import { credentialsXml, issueSession } from './issue-session.ts';
import { assumeRoleLimits } from './limits.ts';
import { checkMfa } from './mfa.ts';
import { sessionPolicies } from './session-policies.ts';
import { sessionTags } from './session-tags.ts';

const defaultSeconds = 3600;
const chainedSeconds = 3600;

/** @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export const assumeRole: Action = ({ state, caller, parameters }) => {
  checkLimits(parameters, assumeRoleLimits);
  const durationSeconds = Number(parameters.get('DurationSeconds') ?? defaultSeconds);
  const roleArn = parameters.get('RoleArn') ?? '';
  const sessionName = parameters.get('RoleSessionName') ?? '';
  const { tags, requested, transitiveTagKeys } = sessionTags(parameters, caller);
  const { policies, packedPolicySize } = sessionPolicies(parameters, tags);
  const sourceIdentity = sourceIdentityOf(parameters.get('SourceIdentity'));
  const inheritedIdentity = caller.kind === 'session' ? caller.session.sourceIdentity : undefined;

  if (isRoot(caller)) throw accessDenied('Roles may not be assumed by root accounts.');
  if (caller.kind === 'session' && durationSeconds > chainedSeconds) {
    throw validationError(
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining',
    );
  }
  const mfaAt = checkMfa(state, caller, {
    serialNumber: parameters.get('SerialNumber'),
    tokenCode: parameters.get('TokenCode'),
  });

  const role = state.roles.get(roleArn);
  if (!role || role.account.partition !== caller.account.partition) {
    throw notAuthorized(caller, 'sts:AssumeRole', roleArn);
  }
  const effectiveIdentity = inheritedIdentity ?? sourceIdentity;
  const context = requestContext(caller, state.clock.now(), {
    mfaAt,
    keys: {
      'sts:ExternalId': parameters.get('ExternalId'),
      'sts:RoleSessionName': sessionName,
      'sts:SourceIdentity': effectiveIdentity,
      'sts:TransitiveTagKeys': transitiveTagKeys.length > 0 ? transitiveTagKeys : undefined,
      'aws:TagKeys': requested.size > 0 ? [...requested.keys()] : undefined,
      ...Object.fromEntries([...requested].map(([key, value]) => [`aws:RequestTag/${key}`, value])),
    },
  });
  authorizeOnRole(caller, role, 'sts:AssumeRole', context);
  if (requested.size > 0) authorizeOnRole(caller, role, 'sts:TagSession', context);
  if (effectiveIdentity !== undefined) authorizeOnRole(caller, role, 'sts:SetSourceIdentity', context);
  // Once set, a source identity stays for the whole chain.
  if (inheritedIdentity !== undefined && sourceIdentity !== undefined && sourceIdentity !== inheritedIdentity) {
    throw notAuthorized(caller, 'sts:SetSourceIdentity', roleArn);
  }
  // AWS says so only to those who may assume the role, so a code has been spent by then.
  if (durationSeconds > role.maxSessionDurationSeconds) {
    throw validationError('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.');
  }

  const session = issueSession(state, durationSeconds, {
    account: role.account,
    identity: { kind: 'role', role, sessionName, isChained: isChained(caller) },
    sessionPolicies: policies,
    tags,
    transitiveTagKeys,
    sourceIdentity: effectiveIdentity,
  });
  return {
    Credentials: credentialsXml(session),
    AssumedRoleUser: { AssumedRoleId: sessionUserId(session), Arn: sessionArn(session) },
    PackedPolicySize: packedPolicySize,
    SourceIdentity: effectiveIdentity,
  };
};

/** The sign-in endpoint takes a SessionDuration only for roles assumed with long-term keys. */
const isChained = (caller: Caller): boolean => caller.kind === 'session';

function sourceIdentityOf(value: string | undefined): string | undefined {
  if (value?.toLowerCase().startsWith('aws:')) {
    throw validationError('SourceIdentity must not start with aws:, which is reserved.');
  }
  return value;
}
