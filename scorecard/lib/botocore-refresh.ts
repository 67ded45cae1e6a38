import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { IdentityCenter } from '../../electron/core/sso/ports.ts';
import type { SsoSession } from '../../electron/core/sso/sso-session.ts';

/**
 * Renews the token in the shared cache as botocore does it: read, ask AWS, write
 * in place, without any lock. A refusal is a warning there, and the old token
 * goes on being used.
 * @see https://github.com/boto/botocore/blob/develop/botocore/tokens.py
 */
export async function renewAsBotocore(
  home: string,
  session: SsoSession,
  identityCenter: IdentityCenter,
  /** Between the answer of AWS and the file: an interpreter is busy, or the disk is. */
  beforeWriting: () => Promise<unknown>,
): Promise<'renewed' | 'refused'> {
  const file = join(home, '.aws/sso/cache', `${createHash('sha1').update(session.name).digest('hex')}.json`);
  const cached = JSON.parse(await readFile(file, 'utf8'));
  const client = {
    clientId: cached.clientId,
    clientSecret: cached.clientSecret,
    expiresAt: Date.parse(cached.registrationExpiresAt),
  };
  const answer = await identityCenter.createToken({ kind: 'refresh', refreshToken: cached.refreshToken }, client, {
    session,
  });
  if (!answer.ok || answer.value.state !== 'granted') return 'refused';
  const { accessToken, expiresAt, refreshToken } = answer.value.token;
  const renewed = { ...cached, accessToken, refreshToken, expiresAt: new Date(expiresAt).toISOString() };
  await beforeWriting();
  await writeFile(file, JSON.stringify(renewed));
  return 'renewed';
}
