import type { Endpoint } from '../http/endpoint.ts';
import { AwsError } from '../protocol/aws-error.ts';
import { readParameters } from '../protocol/query-service.ts';
import { splitTarget } from '../signature/canonical-request.ts';
import type { State } from '../state/state.ts';
import { openConsole } from './console.ts';
import { getSigninToken, refused } from './get-signin-token.ts';
import { login } from './login.ts';
import { errorPage } from './pages.ts';
import { createSigninState } from './signin-state.ts';

/** The sign-in service: `/federation` and, in the console's place, `/console/…`. */
export function signinEndpoint(state: State): Endpoint {
  const signin = createSigninState();
  return {
    service: 'signin',
    describe(request) {
      const { path } = splitTarget(request.target);
      const parameters = readParameters(request);
      return { action: path === '/federation' ? (parameters.get('Action') ?? '') : path, parameters };
    },
    answer(request) {
      const { path } = splitTarget(request.target);
      if (request.method === 'GET' && path.startsWith('/console/')) return openConsole(state, signin, request);
      if (path !== '/federation' || !['GET', 'POST'].includes(request.method)) {
        throw new AwsError(404, 'NotFound', 'No such page.');
      }
      const parameters = readParameters(request);
      const action = parameters.get('Action');
      if (action === 'login' && request.method === 'GET') return login(state, signin, parameters);
      if (action !== 'getSigninToken') throw refused('The Action is unknown.');
      const body = JSON.stringify(getSigninToken(state, signin, parameters));
      return { status: 200, headers: { 'content-type': 'application/json', 'cache-control': 'no-store' }, body };
    },
    refusal({ status, message }) {
      return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body: errorPage(message) };
    },
  };
}
