import { randomBytes } from 'node:crypto';
import type { Answer } from '../http/endpoint.ts';
import type { State } from '../state/state.ts';
import { consoleDestination } from './console-hosts.ts';
import { refused } from './get-signin-token.ts';
import { consolePage } from './pages.ts';
import type { SigninState } from './signin-state.ts';

/**
 * Signs a browser in with a sign-in token, valid for 15 minutes and, stricter
 * than AWS documents, once. The console's pages are not the sandbox's to have,
 * so the answer is a page that names account and role instead of a redirect.
 */
export function login(state: State, signin: SigninState, parameters: ReadonlyMap<string, string>): Answer {
  const token = parameters.get('SigninToken') ?? '';
  const now = state.clock.now();
  const found = signin.tokens.get(token);
  if (!found || found.expiresAt <= now) throw refused('The sign-in token is invalid or expired.');
  const { session, consoleEndsAt } = found;
  const destination = consoleDestination(parameters.get('Destination'), session.account.partition);
  if (!destination) throw refused('The Destination is not a page of the console.');

  signin.tokens.delete(token);
  const cookie = randomBytes(32).toString('base64url');
  signin.browsers.set(cookie, { session, endsAt: consoleEndsAt });
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'set-cookie': `aws-session=${cookie}; Path=/; HttpOnly; SameSite=Lax`,
    },
    body: consolePage(session, destination, consoleEndsAt),
  };
}
