import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { AwsError } from '../protocol/aws-error.ts';
import type { Session } from '../state/model.ts';
import type { State } from '../state/state.ts';
import type { SigninState } from './signin-state.ts';

const tokenLifeMs = 15 * 60_000;

const SessionSchema = v.object({ sessionId: v.string(), sessionKey: v.string(), sessionToken: v.string() });

/**
 * Trades temporary credentials for a sign-in token: a role's or a federated
 * user's, unexpired. `SessionDuration` (seconds) goes only with a role that was
 * assumed with long-term keys.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_enable-console-custom-url.html
 */
export function getSigninToken(
  state: State,
  signin: SigninState,
  parameters: ReadonlyMap<string, string>,
): { SigninToken: string } {
  const session = findSession(state, parameters.get('Session'));
  const now = state.clock.now();
  const consoleEndsAt = consoleEnd(session, parameters.get('SessionDuration'), now);
  const token = randomBytes(300).toString('base64url');
  signin.tokens.set(token, { session, expiresAt: now + tokenLifeMs, consoleEndsAt });
  return { SigninToken: token };
}

function findSession(state: State, text: string | undefined): Session {
  const parsed = v.safeParse(SessionSchema, parseJson(text));
  if (!parsed.success) throw refused('Session must be a JSON document with sessionId, sessionKey and sessionToken.');
  const { sessionId, sessionKey, sessionToken } = parsed.output;
  const session = state.sessions.get(sessionId);
  if (!session || session.secretAccessKey !== sessionKey || session.sessionToken !== sessionToken) {
    throw refused('The credentials of the session are invalid.');
  }
  if (session.expiresAt <= state.clock.now()) throw refused('The credentials of the session are expired.');
  if (session.identity.kind === 'user') throw refused('Only federation tokens or assume role tokens may be used');
  return session;
}

/** Without a duration the console session lasts as long as the credentials. */
function consoleEnd({ identity, expiresAt }: Session, text: string | undefined, now: number): number {
  if (text === undefined) return expiresAt;
  const seconds = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (!(seconds >= 900 && seconds <= 43_200)) throw refused('SessionDuration must be from 900 to 43200.');
  if (identity.kind !== 'role') throw refused('SessionDuration cannot be used with GetFederationToken.');
  if (identity.isChained)
    throw refused('SessionDuration cannot be used with a role that was assumed by role chaining.');
  if (seconds > identity.role.maxSessionDurationSeconds) {
    throw refused('SessionDuration exceeds the MaxSessionDuration set for this role.');
  }
  return now + seconds * 1000;
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

export const refused = (message: string) => new AwsError(400, 'InvalidRequest', message);
