import type { Endpoint } from '../http/endpoint.ts';
import type { IdentityCenter } from '../identity-center/center.ts';
import type { AccessToken } from '../identity-center/model.ts';
import { AwsError } from '../protocol/aws-error.ts';
import { parseParameters } from '../protocol/query-parameters.ts';
import { splitTarget, type WireRequest } from '../signature/canonical-request.ts';
import { header } from '../signature/verify.ts';
import type { State } from '../state/state.ts';
import { forbidden, invalidRequest, tooManyRequests, unauthorized } from './errors.ts';
import { getRoleCredentials } from './get-role-credentials.ts';
import { pageOf } from './page.ts';
import { createRateLimit } from './rate-limit.ts';

const defaultPageSize = 100;
const defaultRequestsPerSecond = 20;

const actions: Readonly<Record<string, string>> = {
  'GET /assignment/accounts': 'ListAccounts',
  'GET /assignment/roles': 'ListAccountRoles',
  'GET /federation/credentials': 'GetRoleCredentials',
  'POST /logout': 'Logout',
};

/**
 * The access portal: what is assigned to the person whose token is shown.
 * @see https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/
 */
export function ssoEndpoint(state: State, center: IdentityCenter): Endpoint {
  const { requestsPerSecond = defaultRequestsPerSecond, pageSize = defaultPageSize } = center.seed;
  const takeFromLimit = createRateLimit(requestsPerSecond, center.clock);
  const split = ({ method, target }: WireRequest) => {
    const { path, query } = splitTarget(target);
    return { action: actions[`${method} ${path}`] ?? '', parameters: parseParameters(query) };
  };

  function result(request: WireRequest): unknown {
    const { action, parameters } = split(request);
    if (!action) throw new AwsError(404, 'UnknownOperationException', 'No such operation');
    takeFromLimit();
    const token = tokenOf(center, request);
    switch (action) {
      case 'ListAccounts': {
        const accounts = [...center.organization.values()];
        const { items, nextToken } = pageOf('accounts', accounts, parameters, pageSize);
        const accountList = items.map(({ id, name, email }) => ({
          accountId: id,
          accountName: name,
          emailAddress: email,
        }));
        return { accountList, nextToken };
      }
      case 'ListAccountRoles': {
        const accountId = parameters.get('account_id');
        if (!accountId) throw invalidRequest('account_id is required');
        const account = center.organization.get(accountId);
        if (!account) throw forbidden();
        const { items, nextToken } = pageOf(accountId, account.roles, parameters, pageSize);
        return { roleList: items.map((roleName) => ({ roleName, accountId })), nextToken };
      }
      case 'GetRoleCredentials':
        return getRoleCredentials(state, center, parameters);
      default:
        // Logout ends the sign-in with all its tokens.
        token.session.isRevoked = true;
        return undefined;
    }
  }

  return {
    service: 'sso',
    describe: split,
    answer(request, requestId) {
      const value = result(request);
      const headers = {
        'content-type': 'application/json',
        'cache-control': 'no-store',
        'x-amzn-requestid': requestId,
      };
      return { status: 200, headers, body: value === undefined ? '' : JSON.stringify(value) };
    },
    refusal(error, requestId) {
      const { status, code, message, headers } = error.code === 'Throttling' ? tooManyRequests(error.headers) : error;
      return {
        status,
        headers: {
          'content-type': 'application/json',
          'x-amzn-requestid': requestId,
          'x-amzn-errortype': code,
          ...headers,
        },
        body: JSON.stringify({ __type: code, message }),
      };
    },
  };
}

/** A token that is known, in time and not taken back, or UnauthorizedException. */
function tokenOf(center: IdentityCenter, request: WireRequest): AccessToken {
  const token = center.accessTokens.get(header(request, 'x-amz-sso_bearer_token') ?? '');
  const now = center.clock.now();
  const isGood =
    token && !token.isRevoked && token.expiresAt > now && !token.session.isRevoked && token.session.endsAt > now;
  if (!isGood) throw unauthorized();
  return token;
}
