import type { CatalogStore } from '../catalog.ts';
import { type AccessKey, maskAccessKeyId } from '../credentials.ts';
import { failure } from '../failure.ts';
import type { Clock, Signal, Sts } from '../ports.ts';
import { failed, ok, type Result } from '../result.ts';
import { regionOf, unnameable } from './about-profile.ts';
import type { IndexedKey, KeyIndex } from './key-index.ts';
import type { KeyItems } from './key-items.ts';

export interface AccessKeyRow {
  readonly profile: string;
  readonly accessKeyId: string;
  readonly userArn: string;
  readonly addedAt: number;
  readonly takenFrom?: string[] | undefined;
  readonly rotatingSince?: number | undefined;
  readonly createdAt?: number | undefined;
  readonly lastUsed?: IndexedKey['lastUsed'];
  readonly checkedAt?: number | undefined;
}

/** AWS's form of a key id: 16–128 word characters. @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_AccessKey.html */
const ACCESS_KEY_ID = /^\w{16,128}$/;

/** The base keys in the keychain, and the index of their ids in the settings. */
export function createAccessKeys(parts: {
  catalog: CatalogStore;
  items: KeyItems;
  index: KeyIndex;
  sts: Sts;
  clock: Clock;
}) {
  const { catalog, items, index, sts, clock } = parts;

  return {
    list: (): AccessKeyRow[] => Object.entries(index.all()).map(([profile, row]) => shown(profile, row)),

    /** Proves the key with GetCallerIdentity before it is saved: a typing error must not replace a working key. */
    async add(profile: string, typed: AccessKey, signal: Signal): Promise<Result<AccessKeyRow>> {
      const key = { accessKeyId: typed.accessKeyId.trim(), secretAccessKey: typed.secretAccessKey.trim() };
      if (!ACCESS_KEY_ID.test(key.accessKeyId) || key.secretAccessKey === '') return failed(malformed(profile));
      const refused = unnameable(profile);
      if (refused) return failed(refused);
      const region = regionOf(catalog, profile);
      const identity = await sts.getCallerIdentity(key, { profile, region, signal });
      if (!identity.ok) return identity;
      // A newer key of the same profile can still go back to where the old one stood.
      const before = await items.read(profile);
      const taken = before.ok ? before.value?.taken : undefined;
      const saved = await items.save(profile, { ...key, ...(taken && { taken }) });
      if (!saved.ok) return saved;
      const takenFrom = taken && index.get(profile)?.takenFrom;
      const row = {
        accessKeyId: key.accessKeyId,
        userArn: identity.value.arn,
        addedAt: clock.now(),
        ...(takenFrom && { takenFrom }),
      };
      const indexed = await index.set(profile, row);
      return indexed.ok ? ok(shown(profile, row)) : indexed;
    },

    /** Removes it here and not in IAM, which may hold two keys of the user if a rotation has not ended. */
    async remove(profile: string): Promise<Result<{ readonly rotationUnfinished: boolean }>> {
      const row = index.get(profile);
      if (!row) return failed(noSuchKey(profile));
      const removed = await items.remove(profile);
      if (!removed.ok) return removed;
      const noted = await index.remove(profile);
      return noted.ok ? ok({ rotationUnfinished: row.rotatingSince !== undefined }) : noted;
    },
  };
}

export type AccessKeys = ReturnType<typeof createAccessKeys>;

function shown(profile: string, row: IndexedKey): AccessKeyRow {
  return { ...row, profile, accessKeyId: maskAccessKeyId(row.accessKeyId) };
}

function malformed(profile: string) {
  return failure(
    'bad-input',
    'That is not an access key: the id has 16 or more letters and digits (AKIA…), and the secret is not empty.',
    'Copy both again from the IAM console, without quotes or spaces.',
    { profile },
  );
}

function noSuchKey(profile: string) {
  return failure(
    'key-missing',
    `There is no access key of "${profile}" in the keychain.`,
    'See which there are: rolecall keys list',
    {
      profile,
    },
  );
}
