import { callQueryService, type QueryService, readParameters } from '../protocol/query-service.ts';
import { errorXml } from '../protocol/xml.ts';
import type { State } from '../state/state.ts';
import type { Endpoint } from './endpoint.ts';

/** Puts a query-protocol service behind a port. */
export function queryEndpoint(service: QueryService, state: State): Endpoint {
  const headers = (requestId: string) => ({ 'content-type': 'text/xml', 'x-amzn-requestid': requestId });
  return {
    service: service.name,
    describe(request) {
      const parameters = readParameters(request);
      return { action: parameters.get('Action') ?? '', parameters };
    },
    answer(request, requestId) {
      const body = callQueryService(service, state, request, readParameters(request), requestId);
      return { status: 200, headers: headers(requestId), body };
    },
    refusal({ status, code, message }, requestId) {
      const body = errorXml(service.namespace, status, code, message, requestId);
      return { status, headers: headers(requestId), body };
    },
  };
}
