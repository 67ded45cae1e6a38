import { authorize } from '../policy/authorize.ts';
import { requestContext } from '../policy/request-context.ts';
import { accessDenied } from '../protocol/aws-error.ts';
import type { Action } from '../protocol/call.ts';
import { checkLimits } from '../protocol/limits.ts';
import { sessionArn, sessionUserId } from '../state/identity.ts';
import { credentialsXml, issueSession } from './issue-session.ts';
import { getFederationTokenLimits } from './limits.ts';
import { sessionPolicies } from './session-policies.ts';
import { sessionTags } from './session-tags.ts';

const defaultSeconds = 43_200;
const rootSeconds = 3600;

/** @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html */
export const getFederationToken: Action = ({ state, caller, parameters }) => {
  checkLimits(parameters, getFederationTokenLimits);
  if (caller.kind !== 'key') throw accessDenied('Cannot call GetFederationToken with session credentials');
  const name = parameters.get('Name') ?? '';
  const { tags } = sessionTags(parameters, caller);
  const { policies, packedPolicySize } = sessionPolicies(parameters, tags);
  const resource = `arn:${caller.account.partition}:sts::${caller.account.id}:federated-user/${name}`;
  const context = requestContext(caller, state.clock.now(), {});
  authorize(caller, { action: 'sts:GetFederationToken', resource, context });
  if (tags.size > 0) authorize(caller, { action: 'sts:TagSession', resource, context });

  const asked = Number(parameters.get('DurationSeconds') ?? defaultSeconds);
  const durationSeconds = caller.user.isRoot ? Math.min(asked, rootSeconds) : asked;
  const session = issueSession(state, durationSeconds, {
    account: caller.account,
    identity: { kind: 'federated', user: caller.user, name },
    // A federated user without a policy may nothing: unlike a role's session, no policy is an empty one.
    sessionPolicies: policies.length > 0 ? policies : [{ Statement: [] }],
    tags,
  });
  return {
    Credentials: credentialsXml(session),
    FederatedUser: { FederatedUserId: sessionUserId(session), Arn: sessionArn(session) },
    PackedPolicySize: packedPolicySize,
  };
};
