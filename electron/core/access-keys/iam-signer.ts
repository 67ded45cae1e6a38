import type { Asker } from '../asker.ts';
import type { CatalogStore } from '../catalog.ts';
import type { SigningKeys } from '../credentials.ts';
import type { AccessKeyHop } from '../hop.ts';
import type { Signal } from '../ports.ts';
import { endpointOf } from '../profiles/profile-parameters.ts';
import { settingsOf } from '../profiles/profile-settings.ts';
import type { AccessKeyIndex } from '../profiles/profile-step.ts';
import { ok, type Result } from '../result.ts';
import type { Broker } from '../sessions/broker.ts';

export interface SignRequest {
  readonly asker: Asker;
  readonly signal: Signal;
  /** A code the caller brought along. */
  readonly mfaCode?: string | undefined;
  /** AWS has ended the session that is open: another. */
  readonly renew?: boolean | undefined;
}

/**
 * What signs a user's own IAM requests: a session with MFA where the user has a
 * device, as policies commonly demand it for changes of keys; else the key itself.
 */
export function createIamSigner(parts: {
  catalog: CatalogStore;
  broker: Pick<Broker, 'credentials' | 'peek'>;
  index: () => AccessKeyIndex;
  readAccessKey: (hop: AccessKeyHop) => Promise<Result<SigningKeys>>;
}) {
  const { catalog, broker, readAccessKey } = parts;

  function hopOf(profile: string): AccessKeyHop {
    const get = settingsOf(catalog.content().profiles.get(profile) ?? {});
    const kept = parts.index();
    const accessKeyId = Object.hasOwn(kept, profile) ? (kept[profile]?.accessKeyId ?? '') : '';
    const mfaSerial = mfaSerialOf(catalog, profile);
    return {
      kind: 'access-key',
      profile,
      store: 'keychain',
      accessKeyId,
      ...(mfaSerial !== undefined && { mfaSerial }),
      ...endpointOf(get, catalog.content()),
    };
  }

  return {
    /** Asks for a code where the user has a device and no session is open. */
    async sign(profile: string, request: SignRequest): Promise<Result<SigningKeys>> {
      const hop = hopOf(profile);
      if (hop.mfaSerial === undefined) return readAccessKey(hop);
      const session = await broker.credentials({ profile, chain: [hop], by: 'act', ...request });
      return session.ok ? ok(session.value.credentials) : session;
    },

    /** The same without asking anybody: an open session, else the key, which may not be enough. */
    async signQuietly(profile: string): Promise<Result<SigningKeys>> {
      const hop = hopOf(profile);
      const session = hop.mfaSerial === undefined ? undefined : broker.peek(profile, [hop]);
      return session ? ok(session.credentials) : readAccessKey(hop);
    },
  };
}

export type IamSigner = ReturnType<typeof createIamSigner>;

/** The user's device: of the profile itself, or of one that assumes a role with its key. */
function mfaSerialOf(catalog: CatalogStore, profile: string): string | undefined {
  const { profiles } = catalog.content();
  const own = settingsOf(profiles.get(profile) ?? {})('mfa_serial');
  if (own !== undefined) return own;
  for (const values of profiles.values()) {
    const get = settingsOf(values);
    if (get('source_profile') === profile && get('mfa_serial') !== undefined) return get('mfa_serial');
  }
  return undefined;
}
