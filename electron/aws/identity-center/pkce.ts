import { createHash, randomBytes } from 'node:crypto';
import type { Pkce } from '../../core/sso/ports.ts';

/** State and verifier of 256 random bits, and the verifier's S256. @see https://datatracker.ietf.org/doc/html/rfc7636#section-4 */
export function createPkce(): Pkce {
  const codeVerifier = randomBytes(32).toString('base64url');
  return {
    state: randomBytes(32).toString('base64url'),
    codeVerifier,
    codeChallenge: createHash('sha256').update(codeVerifier).digest('base64url'),
  };
}
