import { AwsError } from '../protocol/aws-error.ts';
import { splitTarget } from '../signature/canonical-request.ts';
import type { Endpoint } from './endpoint.ts';

/** A service the sandbox has a port for but does not speak: every call says so, in the JSON protocols' form. */
export function absentEndpoint(service: string): Endpoint {
  return {
    service,
    describe: (request) => ({ action: splitTarget(request.target).path, parameters: new Map() }),
    answer(request) {
      const { path } = splitTarget(request.target);
      throw new AwsError(501, 'NotImplemented', `The sandbox has no ${service}: ${request.method} ${path}`);
    },
    refusal({ status, code, message }, requestId) {
      const headers = { 'content-type': 'application/json', 'x-amzn-requestid': requestId, 'x-amzn-errortype': code };
      return { status, headers, body: JSON.stringify({ __type: code, message }) };
    },
  };
}
