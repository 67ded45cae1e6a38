import type { CatalogStore } from '../catalog.ts';
import type { FilePreview } from '../contract.ts';
import { type AccessKey, maskAccessKeyId } from '../credentials.ts';
import { type Failure, failure } from '../failure.ts';
import type { Clock, Signal, Sts } from '../ports.ts';
import { failed, ok, type Result } from '../result.ts';
import { shellWord } from '../shell-word.ts';
import { regionOf, unnameable } from './about-profile.ts';
import type { ClearKey, ClearKeyFiles } from './clear-keys.ts';
import type { KeyIndex } from './key-index.ts';
import type { KeyItems } from './key-items.ts';
import { rotationFailures } from './rotation-failures.ts';
import type { StoredKey } from './stored-key.ts';
import type { TakenKey } from './taken-key.ts';

/** A profile with a key in clear, as it is shown: `failure` says why it cannot be taken in. */
export interface ClearKeyRow {
  readonly profile: string;
  readonly accessKeyId?: string;
  readonly places: ClearKey['places'];
  readonly failure?: Failure;
}

/** An edit of the user's files around a key, before or after it was made. */
export interface KeyEdit {
  readonly files: readonly FilePreview[];
  /** Other files that hold the secret, too; Rolecall does not touch them. */
  readonly copies: readonly string[];
}

/** How often a file may change under us before we say so. */
const attempts = 3;

/**
 * Takes keys that stand in clear into the keychain, and puts them back. The order
 * is what keeps a key from being lost: proved, saved and read again, and only then
 * out of the file. Ended in between, it stands in both, and the next attempt goes on.
 */
export function createTakeIn(parts: {
  files: ClearKeyFiles;
  items: KeyItems;
  index: KeyIndex;
  sts: Sts;
  clock: Clock;
  catalog: CatalogStore;
}) {
  const { files, items, index, sts, clock, catalog } = parts;

  async function find(profile: string): Promise<Result<ClearKey>> {
    const found = await files.find(profile);
    if (!found.ok) return found;
    return found.value ? ok(found.value) : failed(noneInClear(profile, index.get(profile) !== undefined));
  }

  /** The key as it will be kept; refuses to replace another one. */
  async function merged({ profile, key, taken }: ClearKey): Promise<Result<StoredKey>> {
    const kept = await items.read(profile);
    if (!kept.ok) return kept;
    if (kept.value && kept.value.accessKeyId !== key.accessKeyId)
      return failed(anotherKept(profile, kept.value.accessKeyId, key.accessKeyId));
    return ok({ ...kept.value, ...key, taken: [...takenBefore(kept.value, taken), ...taken] });
  }

  async function takeOnce(clear: ClearKey, signal: Signal): Promise<Result<readonly FilePreview[]>> {
    const { profile, key } = clear;
    const stored = await merged(clear);
    if (!stored.ok) return stored;
    const identity = await sts.getCallerIdentity(key, { profile, region: regionOf(catalog, profile), signal });
    if (!identity.ok) return failed(notProved(profile, identity.failure));
    const saved = await items.save(profile, stored.value);
    if (!saved.ok) return saved;
    const indexed = await index.set(profile, {
      addedAt: clock.now(),
      ...index.get(profile),
      accessKeyId: key.accessKeyId,
      userArn: identity.value.arn,
      takenFrom: [...new Set([...(index.get(profile)?.takenFrom ?? []), ...clear.places.map(({ path }) => path)])],
    });
    return indexed.ok ? files.take(clear) : indexed;
  }

  async function readKept(profile: string): Promise<Result<Required<Pick<StoredKey, 'taken'>> & AccessKey>> {
    const kept = await items.read(profile);
    if (!kept.ok) return kept;
    const { accessKeyId, secretAccessKey, taken, rotation } = kept.value ?? {};
    // Its other key is known to nobody else.
    if (rotation) return failed(rotationFailures.unfinished(profile));
    if (!accessKeyId || !secretAccessKey || !taken) return failed(notTaken(profile, kept.value !== undefined));
    return ok({ accessKeyId, secretAccessKey, taken });
  }

  return {
    async list(): Promise<Result<ClearKeyRow[]>> {
      const profiles = await files.profiles();
      if (!profiles.ok) return profiles;
      const rows: ClearKeyRow[] = [];
      for (const profile of profiles.value) {
        const found = await files.find(profile);
        if (!found.ok) rows.push({ profile, places: [], failure: found.failure });
        else if (found.value)
          rows.push({
            profile,
            places: found.value.places,
            accessKeyId: maskAccessKeyId(found.value.key.accessKeyId),
          });
      }
      return ok(rows);
    },

    async preview(profile: string): Promise<Result<KeyEdit>> {
      const clear = await find(profile);
      if (!clear.ok) return clear;
      return ok({ files: clear.value.previews, copies: await files.copies(clear.value.key) });
    },

    /** Fails with the file untouched when the key could not be proved or kept. */
    async take(profile: string, signal: Signal): Promise<Result<KeyEdit>> {
      const refused = unnameable(profile);
      if (refused) return failed(refused);
      for (let attempt = 1; ; attempt++) {
        const clear = await find(profile);
        if (!clear.ok) return clear;
        const taken = await takeOnce(clear.value, signal);
        if (!taken.ok && taken.failure.kind === 'file-changed' && attempt < attempts) continue;
        await catalog.refresh();
        if (!taken.ok) return taken;
        return ok({ files: taken.value, copies: await files.copies(clear.value.key) });
      }
    },

    async previewPutBack(profile: string): Promise<Result<KeyEdit>> {
      const kept = await readKept(profile);
      if (!kept.ok) return kept;
      const previews = await files.previewPutBack(profile, kept.value, kept.value.taken);
      return previews.ok ? ok({ files: previews.value, copies: [] }) : previews;
    },

    /** The file first, the keychain after it: ended in between, the key stands in both. */
    async putBack(profile: string): Promise<Result<KeyEdit>> {
      const kept = await readKept(profile);
      if (!kept.ok) return kept;
      const written = await files.putBack(profile, kept.value, kept.value.taken);
      if (!written.ok) return written;
      const removed = await items.remove(profile);
      if (!removed.ok) return removed;
      const indexed = await index.remove(profile);
      await catalog.refresh();
      return indexed.ok ? ok({ files: written.value, copies: [] }) : indexed;
    },
  };
}

export type TakeIn = ReturnType<typeof createTakeIn>;

/** Where the same key stood, too, when an earlier attempt ended between two files: it goes back to both. */
function takenBefore(kept: StoredKey | undefined, taken: TakenKey): TakenKey {
  return (kept?.taken ?? []).filter(({ file }) => !taken.some((place) => place.file === file));
}

function noneInClear(profile: string, kept: boolean) {
  return failure(
    'key-missing',
    kept
      ? `The access key of "${profile}" is in the keychain, and none stands in clear in your AWS files.`
      : `No access key of "${profile}" stands in clear in your AWS files.`,
    'See which there are: rolecall keys find',
    { profile },
  );
}

function anotherKept(profile: string, kept: string, clear: string) {
  return failure(
    'already-there',
    `The keychain holds another access key of "${profile}" (${maskAccessKeyId(kept)}) than the file (${maskAccessKeyId(clear)}).`,
    `Keep one: remove the lines from the file, or: rolecall keys remove ${shellWord(profile)}`,
    { profile },
  );
}

/** A key that does not work is nothing to keep, and the file is the person's to tidy. */
function notProved(profile: string, why: Failure): Failure {
  const useless = why.kind === 'key-invalid' || why.kind === 'secret-wrong';
  return {
    ...why,
    message: `The access key of "${profile}" was not taken in, and the file is as it was. ${why.message}`,
    remedy: useless
      ? `If nothing uses it any more, remove its lines from the file. Otherwise: ${why.remedy}`
      : why.remedy,
  };
}

function notTaken(profile: string, kept: boolean) {
  return failure(
    'key-missing',
    kept
      ? `The access key of "${profile}" did not come out of a file, so there is no place to put it back to.`
      : `There is no access key of "${profile}" in the keychain.`,
    'See which there are: rolecall keys list',
    { profile },
  );
}
