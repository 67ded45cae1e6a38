import * as v from 'valibot';
import type { Keychain } from '../ports.ts';
import { ok, type Result } from '../result.ts';
import { createLongSecrets } from './long-secrets.ts';
import type { ClientRegistration, SignInMethod, SsoToken } from './ports.ts';
import type { SsoSession } from './sso-session.ts';

const ClientSchema = v.object({ clientId: v.string(), clientSecret: v.string(), expiresAt: v.number() });
const GrantSchema = v.object({
  startUrl: v.string(),
  region: v.string(),
  scopes: v.array(v.string()),
  clients: v.object({ browser: v.optional(ClientSchema), device: v.optional(ClientSchema) }),
  token: v.optional(
    v.object({
      accessToken: v.string(),
      obtainedAt: v.optional(v.number()),
      expiresAt: v.number(),
      refreshToken: v.optional(v.string()),
      client: v.optional(ClientSchema),
    }),
  ),
});

/** What Rolecall was granted for one session: its registrations, and the token while somebody is signed in. */
export interface Grant {
  readonly clients: Readonly<Partial<Record<SignInMethod, ClientRegistration>>>;
  readonly token?: SsoToken | undefined;
}

/** No profile's name can have a quotation mark in it, so this is no access key's account. */
const keychainAccount = (session: SsoSession) => `sso-session "${session.name}"`;

/** Grants in the OS keychain. Fails as the keychain does; there is no plaintext fallback. */
export function createGrantStore(keychain: Keychain) {
  const items = createLongSecrets(keychain);
  return {
    /** Nothing is known (`{clients: {}}`) when the session was granted under another start URL, region or scope. */
    async read(session: SsoSession): Promise<Result<Grant>> {
      const item = await items.read(keychainAccount(session));
      if (!item.ok) return item;
      const stored = parse(item.value);
      const same =
        stored?.startUrl === session.startUrl &&
        stored.region === session.region &&
        `${stored.scopes}` === `${session.scopes}`;
      return ok(stored && same ? { clients: stored.clients, token: stored.token } : { clients: {} });
    },
    save(session: SsoSession, grant: Grant): Promise<Result<void>> {
      const { startUrl, region, scopes } = session;
      const { clients, token } = grant;
      return items.save(keychainAccount(session), JSON.stringify({ startUrl, region, scopes, clients, token }));
    },
    remove: (session: SsoSession): Promise<Result<void>> => items.remove(keychainAccount(session)),
  };
}

export type GrantStore = ReturnType<typeof createGrantStore>;

function parse(text: string | undefined): v.InferOutput<typeof GrantSchema> | undefined {
  if (text === undefined) return undefined;
  try {
    const parsed = v.safeParse(GrantSchema, JSON.parse(text));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}
