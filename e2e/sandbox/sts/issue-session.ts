import type { XmlValue } from '../protocol/xml.ts';
import { newId, newSecret, newSessionToken } from '../state/ids.ts';
import type { Session } from '../state/model.ts';
import { forgetOldSessions, type State } from '../state/state.ts';

/** Makes temporary credentials that live for `durationSeconds` from the sandbox's now. AWS keeps whole seconds. */
export function issueSession(
  state: State,
  durationSeconds: number,
  session: Pick<Session, 'account' | 'identity'> & Partial<Session>,
): Session {
  forgetOldSessions(state);
  const issuedAt = Math.floor(state.clock.now() / 1000) * 1000;
  const issued: Session = {
    sessionPolicies: [],
    tags: new Map(),
    transitiveTagKeys: [],
    ...session,
    accessKeyId: newId('ASIA'),
    secretAccessKey: newSecret(),
    sessionToken: newSessionToken(),
    issuedAt,
    expiresAt: issuedAt + durationSeconds * 1000,
  };
  state.sessions.set(issued.accessKeyId, issued);
  return issued;
}

export function credentialsXml(session: Session): XmlValue {
  return {
    AccessKeyId: session.accessKeyId,
    SecretAccessKey: session.secretAccessKey,
    SessionToken: session.sessionToken,
    Expiration: new Date(session.expiresAt).toISOString().replace('.000Z', 'Z'),
  };
}
