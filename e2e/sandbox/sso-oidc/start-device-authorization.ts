import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { IdentityCenter } from '../identity-center/center.ts';
import { invalidRequest, unauthorizedClient } from './errors.ts';
import { covers, deviceGrant } from './grants.ts';
import { clientOf, parseInput } from './input.ts';
import { pollsAtOnce } from './polling.ts';

const deviceCodeMs = 600_000;
const intervalSeconds = 1;
/** No vowels, so that a code spells nothing; none that look alike. */
const letters = 'BCDFGHJKLMNPQRSTVWXZ';

const InputSchema = v.object({ clientId: v.string(), clientSecret: v.string(), startUrl: v.string() });

/**
 * `pagesUrl` is where the sandbox's device page is, since a browser must reach it.
 * @see https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/API_StartDeviceAuthorization.html
 */
export function startDeviceAuthorization(center: IdentityCenter, body: unknown, pagesUrl: string) {
  const input = parseInput(InputSchema, body);
  const client = clientOf(center, input.clientId, input.clientSecret);
  if (!covers(client, deviceGrant)) throw unauthorizedClient('The client did not register for the device grant.');
  if (!isStartUrl(center, input.startUrl)) throw invalidRequest('The start URL is not known.');

  const now = center.clock.now();
  const authorization = {
    kind: 'device' as const,
    id: randomUUID(),
    client,
    expiresAt: now + deviceCodeMs,
    decision: 'pending' as const,
    isUsed: false,
    deviceCode: randomBytes(48).toString('base64url'),
    userCode: newUserCode(),
    polls: { left: pollsAtOnce, countedAt: now },
  };
  center.authorizations.set(authorization.id, authorization);
  const verificationUri = `${pagesUrl}/device`;
  return {
    deviceCode: authorization.deviceCode,
    userCode: authorization.userCode,
    verificationUri,
    verificationUriComplete: `${verificationUri}?user_code=${authorization.userCode}`,
    expiresIn: deviceCodeMs / 1000,
    interval: intervalSeconds,
  };
}

/** People write the portal's address with and without the slash or the fragment it shows in the browser. */
export function isStartUrl(center: IdentityCenter, url: string): boolean {
  const bare = (text: string) => text.replace(/\/?(?:#\/?)?$/, '');
  return bare(url) === bare(center.seed.startUrl);
}

function newUserCode(): string {
  const half = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return `${half()}-${half()}`;
}
