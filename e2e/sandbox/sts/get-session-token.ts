import { refuseExplicitDeny } from '../policy/authorize.ts';
import { requestContext } from '../policy/request-context.ts';
import { accessDenied } from '../protocol/aws-error.ts';
import type { Action } from '../protocol/call.ts';
import { checkLimits } from '../protocol/limits.ts';
import { credentialsXml, issueSession } from './issue-session.ts';
import { getSessionTokenLimits } from './limits.ts';
import { checkMfa } from './mfa.ts';

const defaultSeconds = 43_200;
const rootSeconds = 3600;

/**
 * Needs no permission, but long-term keys. The root user's sessions are cut to an hour.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html
 */
export const getSessionToken: Action = ({ state, caller, parameters }) => {
  checkLimits(parameters, getSessionTokenLimits);
  if (caller.kind !== 'key') throw accessDenied('Cannot call GetSessionToken with session credentials');
  const mfaAt = checkMfa(state, caller, {
    serialNumber: parameters.get('SerialNumber'),
    tokenCode: parameters.get('TokenCode'),
  });
  const context = requestContext(caller, state.clock.now(), { mfaAt });
  refuseExplicitDeny(caller, { action: 'sts:GetSessionToken', resource: '*', context });

  const asked = Number(parameters.get('DurationSeconds') ?? defaultSeconds);
  const durationSeconds = caller.user.isRoot ? Math.min(asked, rootSeconds) : asked;
  const session = issueSession(state, durationSeconds, {
    account: caller.account,
    identity: { kind: 'user', user: caller.user, mfaAt },
  });
  return { Credentials: credentialsXml(session) };
};
