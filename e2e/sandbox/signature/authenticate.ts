import { timingSafeEqual } from 'node:crypto';
import { AwsError } from '../protocol/aws-error.ts';
import { effectiveStatus } from '../state/access-key.ts';
import type { Caller } from '../state/model.ts';
import type { State } from '../state/state.ts';
import { type Authorization, parseAuthorization } from './authorization.ts';
import type { WireRequest } from './canonical-request.ts';
import { isRegionOf } from './regions.ts';
import { header, verifySignature } from './verify.ts';

/** Finds out who signed the request, or throws AWS's refusal: key, clock, signature, token, region, expiry. */
export function authenticate(
  state: State,
  request: WireRequest,
  service: { readonly name: string; readonly isRegional: boolean },
): Caller {
  const authorization = parseAuthorization(header(request, 'authorization'));
  const { caller, secret } = findCaller(state, request, authorization);
  const { region } = authorization.scope;
  // Another partition does not know the key at all.
  if (!isRegionOf(caller.account.partition, region)) throw invalidToken();

  const now = state.clock.now();
  verifySignature(request, authorization, secret, { service: service.name, now });
  if (service.isRegional && caller.account.disabledRegions.includes(region)) throw regionDisabled(caller.account.id);
  if (caller.kind === 'session' && caller.session.expiresAt <= now) {
    throw new AwsError(403, 'ExpiredToken', 'The security token included in the request is expired');
  }
  if (caller.kind === 'key') caller.key.lastUsed = { at: now, region, service: service.name };
  return caller;
}

function findCaller(
  state: State,
  request: WireRequest,
  { accessKeyId }: Authorization,
): { caller: Caller; secret: string } {
  const token = header(request, 'x-amz-security-token');
  const key = state.accessKeys.get(accessKeyId);
  if (key && effectiveStatus(key, state.clock.now()) === 'Active' && token === undefined) {
    return { caller: { kind: 'key', account: key.user.account, user: key.user, key }, secret: key.secret };
  }
  const session = state.sessions.get(accessKeyId);
  if (session && token !== undefined && sameText(token, session.sessionToken)) {
    return { caller: { kind: 'session', account: session.account, session }, secret: session.secretAccessKey };
  }
  throw invalidToken();
}

function sameText(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}

const invalidToken = () =>
  new AwsError(403, 'InvalidClientTokenId', 'The security token included in the request is invalid.');

const regionDisabled = (accountId: string) =>
  new AwsError(
    403,
    'RegionDisabledException',
    `STS is not activated in this region for account:${accountId}. Your account administrator can activate STS in this region using the IAM Console.`,
  );
