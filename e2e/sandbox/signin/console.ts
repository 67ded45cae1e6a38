import type { Answer } from '../http/endpoint.ts';
import { AwsError } from '../protocol/aws-error.ts';
import { splitTarget, type WireRequest } from '../signature/canonical-request.ts';
import { header } from '../signature/verify.ts';
import type { State } from '../state/state.ts';
import { consoleDestination } from './console-hosts.ts';
import { consolePage } from './pages.ts';
import type { SigninState } from './signin-state.ts';

/** `GET /console/HOST/PATH?…`: the console's page at https://HOST/PATH, for a browser that has signed in. */
export function openConsole(state: State, signin: SigninState, request: WireRequest): Answer {
  const { path, query } = splitTarget(request.target);
  const cookie = /(?:^|;\s*)aws-session=([\w-]+)/.exec(header(request, 'cookie') ?? '')?.[1] ?? '';
  const browser = signin.browsers.get(cookie);
  if (!browser || browser.endsAt <= state.clock.now()) {
    throw new AwsError(403, 'NotSignedIn', 'Your session has expired. Sign in again.');
  }
  const { session, endsAt } = browser;
  const text = `https://${path.slice('/console/'.length)}${query && `?${query}`}`;
  const destination = consoleDestination(text, session.account.partition);
  if (!destination) throw new AwsError(404, 'NotFound', 'No such page of the console.');
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
  return { status: 200, headers, body: consolePage(session, destination, endsAt) };
}
