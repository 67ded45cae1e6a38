import { createHash } from 'node:crypto';
import { readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { failure } from '../core/failure.ts';
import { failed, ok } from '../core/result.ts';
import type { SharedTokens, SsoToken } from '../core/sso/ports.ts';
import type { SsoSession } from '../core/sso/sso-session.ts';

const CachedSchema = v.looseObject({
  startUrl: v.optional(v.string()),
  region: v.optional(v.string()),
  accessToken: v.string(),
  expiresAt: v.string(),
  refreshToken: v.optional(v.string()),
  clientId: v.optional(v.string()),
  clientSecret: v.optional(v.string()),
  registrationExpiresAt: v.optional(v.string()),
});

const maxBytes = 64 * 1024;

/**
 * The AWS CLI's token cache: one file in clear for each session. Reading it
 * spares a sign-in; writing is for people who want `aws sso` to share theirs.
 * `replace` writes a file whole or not at all, readable by its owner only.
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/understanding-sso.html
 */
export function createSsoTokenCache(options: {
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly replace: (path: string, content: string) => Promise<void>;
}): SharedTokens {
  const folder = join(options.env.HOME || options.env.USERPROFILE || options.home, '.aws', 'sso', 'cache');
  const fileOf = ({ name }: SsoSession) => join(folder, `${createHash('sha1').update(name).digest('hex')}.json`);

  return {
    async read(session) {
      try {
        const text = await readFile(fileOf(session), 'utf8');
        return text.length > maxBytes ? undefined : tokenOf(JSON.parse(text), session);
      } catch {
        // Not there, not readable or not JSON: then there is no token to be had.
        return undefined;
      }
    },
    async write(session, token) {
      try {
        await options.replace(fileOf(session), `${JSON.stringify(cachedForm(session, token))}\n`);
        return ok(undefined);
      } catch {
        return failed(notWritten(folder));
      }
    },
    async remove(session) {
      try {
        await unlink(fileOf(session));
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) return failed(notWritten(folder));
      }
      return ok(undefined);
    },
  };
}

function tokenOf(json: unknown, session: SsoSession): SsoToken | undefined {
  const parsed = v.safeParse(CachedSchema, json);
  if (!parsed.success) return undefined;
  const { accessToken, refreshToken, clientId, clientSecret, startUrl, region } = parsed.output;
  // The file's name is a digest of the session's name alone, which may have meant another place.
  if ((startUrl !== undefined && startUrl !== session.startUrl) || (region !== undefined && region !== session.region))
    return undefined;
  const expiresAt = timeOf(parsed.output.expiresAt);
  if (expiresAt === undefined) return undefined;
  const clientExpiresAt = timeOf(parsed.output.registrationExpiresAt ?? '');
  const client =
    clientId !== undefined && clientSecret !== undefined && clientExpiresAt !== undefined
      ? { clientId, clientSecret, expiresAt: clientExpiresAt }
      : undefined;
  return { accessToken, expiresAt, refreshToken, client };
}

/** `2026-01-31T12:00:00Z`, and older writers' `2026-01-31T12:00:00UTC`. */
function timeOf(text: string): number | undefined {
  const at = Date.parse(text.replace(/UTC$/, 'Z'));
  return Number.isNaN(at) ? undefined : at;
}

const written = (at: number) => new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z');

function cachedForm({ startUrl, region }: SsoSession, { accessToken, expiresAt, refreshToken, client }: SsoToken) {
  return {
    startUrl,
    region,
    accessToken,
    expiresAt: written(expiresAt),
    ...(client && {
      clientId: client.clientId,
      clientSecret: client.clientSecret,
      registrationExpiresAt: written(client.expiresAt),
    }),
    ...(refreshToken !== undefined && { refreshToken }),
  };
}

function notWritten(folder: string) {
  return failure(
    'file-write',
    `The AWS CLI's token cache (${folder}) could not be written.`,
    'Allow writing there, or stop sharing tokens with the AWS CLI.',
  );
}
