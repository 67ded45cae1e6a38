import type { Sts } from '../core/ports.ts';
import { assumeRole } from './assume-role.ts';
import { getCallerIdentity } from './get-caller-identity.ts';
import { getFederationToken } from './get-federation-token.ts';
import { getSessionToken } from './get-session-token.ts';
import { createStsRequests, type StsOptions } from './sts-request.ts';

/**
 * AWS's Security Token Service. Loads the SDK at the first request. Fails with
 * the kinds of `awsFailure`, with `timeout` after `deadlineMs` (20 s unless
 * given) and with `cancelled` when the caller's signal ends it.
 */
export function createSts(options: StsOptions = {}): Sts {
  const request = createStsRequests(options);
  return {
    assumeRole: assumeRole(request),
    getSessionToken: getSessionToken(request),
    getCallerIdentity: getCallerIdentity(request),
    getFederationToken: getFederationToken(request),
  };
}
