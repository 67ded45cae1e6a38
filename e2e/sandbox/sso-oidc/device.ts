import type { Answer } from '../http/endpoint.ts';
import type { IdentityCenter } from '../identity-center/center.ts';
import { answerOf } from './authorize.ts';
import { invalidRequest } from './errors.ts';
import { codePage, consentPage } from './pages.ts';

/** `GET /device`, with or without `user_code`: people type it with or without the hyphen, in either case. */
export function device(center: IdentityCenter, userCode: string | undefined): Answer {
  if (userCode === undefined) return codePage();
  const bare = (text: string) => text.replace(/[\s-]/g, '').toUpperCase();
  for (const one of center.authorizations.values()) {
    if (one.kind !== 'device' || bare(one.userCode) !== bare(userCode)) continue;
    if (one.expiresAt <= center.clock.now() || one.decision !== 'pending') break;
    const { id, client } = one;
    return consentPage({ id, clientName: client.name, userName: center.seed.userName, userCode: one.userCode });
  }
  return codePage('The code is not known, or has expired.');
}

/** `POST /decide`: a button of the page was pressed. The first answer stays. */
export function decide(center: IdentityCenter, parameters: ReadonlyMap<string, string>): Answer {
  const authorization = center.authorizations.get(parameters.get('id') ?? '');
  const decision = parameters.get('decision');
  if (!authorization || (decision !== 'approve' && decision !== 'refuse')) throw invalidRequest('Nothing was asked.');
  if (authorization.decision !== 'pending') throw invalidRequest('This request has been answered.');
  if (authorization.expiresAt <= center.clock.now()) throw invalidRequest('The request has expired. Start again.');
  authorization.decision = decision === 'approve' ? 'approved' : 'refused';
  return answerOf(authorization);
}
