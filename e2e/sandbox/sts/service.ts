import { accessDenied } from '../protocol/aws-error.ts';
import type { QueryService } from '../protocol/query-service.ts';
import type { Caller } from '../state/model.ts';
import { assumeRole } from './assume-role.ts';
import { getCallerIdentity } from './get-caller-identity.ts';
import { getFederationToken } from './get-federation-token.ts';
import { getSessionToken } from './get-session-token.ts';

export const sts: QueryService = {
  name: 'sts',
  version: '2011-06-15',
  namespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
  isRegional: true,
  actions: {
    AssumeRole: assumeRole,
    GetCallerIdentity: getCallerIdentity,
    GetFederationToken: getFederationToken,
    GetSessionToken: getSessionToken,
  },
  checkCaller: refuseFederatedUsers,
};

/** A federated user's credentials call GetCallerIdentity in STS and nothing else. */
function refuseFederatedUsers(caller: Caller, action: string): void {
  if (caller.kind !== 'session' || caller.session.identity.kind !== 'federated') return;
  if (action !== 'GetCallerIdentity') throw accessDenied(`Cannot call ${action} with session credentials`);
}
