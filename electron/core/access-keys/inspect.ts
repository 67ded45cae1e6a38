import type { CatalogStore } from '../catalog.ts';
import { maskAccessKeyId } from '../credentials.ts';
import type { IamKeyUse } from '../iam.ts';
import type { Clock, Iam, Signal } from '../ports.ts';
import { failed, ok, type Result } from '../result.ts';
import { regionOf } from './about-profile.ts';
import type { IamSigner } from './iam-signer.ts';
import type { IndexedKey, KeyIndex } from './key-index.ts';
import { rotationFailures } from './rotation-failures.ts';

export interface InspectedKey extends IamKeyUse {
  /** Masked. */
  readonly accessKeyId: string;
  /** The one that Rolecall keeps for the profile. */
  readonly kept: boolean;
  readonly status: 'active' | 'inactive';
  /** Epoch milliseconds. */
  readonly createdAt?: number;
}

/** AWS tells the time of a use to some minutes. */
const sameCheckMs = 15 * 60_000;

/** What IAM says of a user's keys. Asks nobody for a code: with a policy that demands one, an open session is needed. */
export function createInspect(parts: {
  index: KeyIndex;
  iam: Iam;
  clock: Pick<Clock, 'now'>;
  catalog: CatalogStore;
  signer: IamSigner;
}) {
  const { index, iam, clock, catalog, signer } = parts;

  return async function inspect(profile: string, signal: Signal): Promise<Result<InspectedKey[]>> {
    const own = index.get(profile);
    if (!own) return failed(rotationFailures.noKey(profile));
    const context = { profile, region: regionOf(catalog, profile), signal };
    const by = await signer.signQuietly(profile);
    if (!by.ok) return by;
    // First of all: what is asked after it counts as a use itself.
    const ownUse = await iam.getAccessKeyLastUsed(own.accessKeyId, by.value, context);
    const listed = await iam.listAccessKeys(by.value, context);
    if (!listed.ok) return listed;
    const keys: InspectedKey[] = [];
    for (const { accessKeyId, ...key } of listed.value) {
      const kept = accessKeyId === own.accessKeyId;
      const use = kept ? ownUse : await iam.getAccessKeyLastUsed(accessKeyId, by.value, context);
      // Reading the last use is a permission of its own; the rest is worth showing without it.
      const used = use.ok ? ((kept ? lastBefore(own, use.value) : undefined) ?? use.value) : {};
      keys.push({ ...key, ...used, kept, accessKeyId: maskAccessKeyId(accessKeyId) });
      const now = index.get(profile);
      if (!kept || !now || now.accessKeyId !== accessKeyId) continue;
      const { usedAt, service } = used;
      const noted = await index.set(profile, {
        ...now,
        createdAt: key.createdAt,
        ...(use.ok && { lastUsed: { usedAt, service } }),
        checkedAt: clock.now(),
      });
      if (!noted.ok) return noted;
    }
    return ok(keys);
  };
}

/** What was known before, when the last use was our own asking. */
function lastBefore({ checkedAt, lastUsed }: IndexedKey, { usedAt, service }: IamKeyUse): IamKeyUse | undefined {
  if (service !== 'iam' || usedAt === undefined || checkedAt === undefined) return undefined;
  return Math.abs(usedAt - checkedAt) < sameCheckMs ? lastUsed : undefined;
}

export type Inspect = ReturnType<typeof createInspect>;
