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
  const identity = getCallerIdentity(request);
  const assume = assumeRole(request);
  const session = getSessionToken(request);

  /**
   * A code is sent once. Before the first one AWS is asked for its time, with a
   * request that can be repeated: a clock that is off must not cost the code.
   */
  async function learnTime(...[by, context]: Parameters<Sts['getCallerIdentity']>) {
    if (options.connection?.isTimeKnown() ?? true) return undefined;
    const asked = await identity(by, context);
    return asked.ok ? undefined : asked;
  }

  return {
    assumeRole: async (input, by, context) =>
      (input.mfaCode === undefined ? undefined : await learnTime(by, context)) ?? assume(input, by, context),
    getSessionToken: async (input, by, context) =>
      (input.mfaCode === undefined ? undefined : await learnTime(by, context)) ?? session(input, by, context),
    getCallerIdentity: identity,
    getFederationToken: getFederationToken(request),
  };
}
