import { authenticate } from '../signature/authenticate.ts';
import { splitTarget, type WireRequest } from '../signature/canonical-request.ts';
import { header } from '../signature/verify.ts';
import type { Caller } from '../state/model.ts';
import type { State } from '../state/state.ts';
import { AwsError } from './aws-error.ts';
import type { Action } from './call.ts';
import { parseParameters, type QueryParameters } from './query-parameters.ts';
import { successXml } from './xml.ts';

/** A service that speaks AWS's query protocol: form parameters in, XML out. */
export interface QueryService {
  /** The name in credential scopes. */
  readonly name: string;
  readonly version: string;
  readonly namespace: string;
  /** A global service, as IAM is, is signed for one region per partition and cannot be switched off. */
  readonly isRegional: boolean;
  readonly actions: Readonly<Record<string, Action>>;
  /** Throws when callers of this kind may not call the action at all. */
  checkCaller(caller: Caller, action: string): void;
}

export function readParameters(request: WireRequest): QueryParameters {
  const { query } = splitTarget(request.target);
  return parseParameters(request.method === 'POST' ? Buffer.from(request.body).toString('utf8') : query);
}

/** Answers a request with the XML of its action, or throws an `AwsError`. */
export function callQueryService(
  service: QueryService,
  state: State,
  request: WireRequest,
  parameters: QueryParameters,
  requestId: string,
): string {
  if (splitTarget(request.target).path !== '/') throw new AwsError(404, 'UnknownOperationException', 'No such path.');
  const type = header(request, 'content-type') ?? '';
  if (
    request.method !== 'GET' &&
    !(request.method === 'POST' && type.startsWith('application/x-www-form-urlencoded'))
  ) {
    throw new AwsError(404, 'UnknownOperationException', 'Only a GET, or a POST of a form, calls an action.');
  }
  const name = parameters.get('Action');
  if (!name) throw new AwsError(400, 'MissingAction', 'The request is missing an Action parameter.');
  const action = Object.hasOwn(service.actions, name) ? service.actions[name] : undefined;
  if (!action || parameters.get('Version') !== service.version) {
    const version = parameters.get('Version') ?? 'NO_VERSION_SPECIFIED';
    throw new AwsError(400, 'InvalidAction', `Could not find operation ${name} for version ${version}`);
  }
  const caller = authenticate(state, request, service);
  service.checkCaller(caller, name);
  return successXml(service.namespace, name, action({ state, caller, parameters }), requestId);
}
