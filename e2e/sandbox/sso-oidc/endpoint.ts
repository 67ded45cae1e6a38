import type { Answer, Endpoint } from '../http/endpoint.ts';
import { jsonBody, shownParameters } from '../http/json-body.ts';
import type { IdentityCenter } from '../identity-center/center.ts';
import { AwsError } from '../protocol/aws-error.ts';
import { parseParameters } from '../protocol/query-parameters.ts';
import { readParameters } from '../protocol/query-service.ts';
import { escapeXml } from '../protocol/xml.ts';
import { splitTarget, type WireRequest } from '../signature/canonical-request.ts';
import { header } from '../signature/verify.ts';
import { authorize } from './authorize.ts';
import { createToken } from './create-token.ts';
import { decide, device } from './device.ts';
import { oauthCode } from './errors.ts';
import { page } from './pages.ts';
import { registerClient } from './register-client.ts';
import { startDeviceAuthorization } from './start-device-authorization.ts';

/** Its API, by method and path, and the pages a browser sees, with the names the request log has for them. */
const actions: Readonly<Record<string, string>> = {
  'POST /client/register': 'RegisterClient',
  'POST /device_authorization': 'StartDeviceAuthorization',
  'POST /token': 'CreateToken',
  'GET /authorize': 'authorize',
  'GET /device': 'device',
  'POST /decide': 'decide',
};
const pages = ['authorize', 'device', 'decide'];

/** SSO-OIDC: AWS's REST-JSON for programs, and the site where a person answers. */
export function ssoOidcEndpoint(center: IdentityCenter): Endpoint {
  const actionOf = ({ method, target }: WireRequest) => actions[`${method} ${splitTarget(target).path}`] ?? '';
  return {
    service: 'sso-oidc',
    describe(request) {
      const action = actionOf(request);
      const isPage = pages.includes(action);
      return { action, parameters: isPage ? readParameters(request) : shownParameters(jsonBody(request)) };
    },
    answer(request, requestId) {
      const { query } = splitTarget(request.target);
      const json = (value: unknown): Answer => ({
        status: 200,
        headers: { 'content-type': 'application/json', 'cache-control': 'no-store', 'x-amzn-requestid': requestId },
        body: JSON.stringify(value),
      });
      switch (actionOf(request)) {
        case 'RegisterClient':
          return json(registerClient(center, jsonBody(request)));
        case 'StartDeviceAuthorization':
          return json(
            startDeviceAuthorization(center, jsonBody(request), `http://${header(request, 'host') ?? '127.0.0.1'}`),
          );
        case 'CreateToken':
          return json(createToken(center, jsonBody(request)));
        case 'authorize':
          return authorize(center, parseParameters(query));
        case 'device':
          return device(center, parseParameters(query).get('user_code'));
        case 'decide':
          return decide(center, readParameters(request));
        default:
          throw new AwsError(404, 'UnknownOperationException', 'No such operation.');
      }
    },
    refusal({ status, code, message, headers }, requestId, request) {
      if (pages.includes(actionOf(request)))
        return page(status, 'Something went wrong', `<p>${escapeXml(message)}</p>`);
      return {
        status,
        headers: {
          'content-type': 'application/json',
          'x-amzn-requestid': requestId,
          'x-amzn-errortype': code,
          ...headers,
        },
        body: JSON.stringify({ error: oauthCode(code), error_description: message }),
      };
    },
  };
}
