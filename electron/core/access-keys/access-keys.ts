import type { CatalogStore } from '../catalog.ts';
import { type AccessKey, maskAccessKeyId } from '../credentials.ts';
import { failure } from '../failure.ts';
import type { Clock, Keychain, SettingsStore, Signal, Sts } from '../ports.ts';
import { failed, ok, type Result } from '../result.ts';
import { storedForm } from './stored-key.ts';

export interface AccessKeyRow {
  readonly profile: string;
  readonly accessKeyId: string;
  readonly userArn: string;
  readonly addedAt: number;
}

/** AWS's form of a key id: 16–128 word characters. @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_AccessKey.html */
const ACCESS_KEY_ID = /^\w{16,128}$/;

/** Names that valibot's records leave out, as they could pollute prototypes: the index would lose the key. */
const UNNAMEABLE: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** The base keys in the keychain, and the index of their ids in the settings. */
export function createAccessKeys(parts: {
  catalog: CatalogStore;
  keychain: Keychain;
  settings: SettingsStore;
  sts: Sts;
  clock: Clock;
}) {
  const { catalog, keychain, settings, sts, clock } = parts;

  async function index(change: (keys: Record<string, StoredRow>) => void): Promise<Result<void>> {
    const result = await settings.update((all) => {
      const accessKeys = { ...all.accessKeys };
      change(accessKeys);
      return { ...all, accessKeys };
    });
    catalog.rebuild();
    return result;
  }

  return {
    list: (): AccessKeyRow[] => Object.entries(settings.get().accessKeys).map(([profile, row]) => shown(profile, row)),

    /** Proves the key with GetCallerIdentity before it is saved: a typing error must not replace a working key. */
    async add(profile: string, typed: AccessKey, signal: Signal): Promise<Result<AccessKeyRow>> {
      const key = { accessKeyId: typed.accessKeyId.trim(), secretAccessKey: typed.secretAccessKey.trim() };
      if (!ACCESS_KEY_ID.test(key.accessKeyId) || key.secretAccessKey === '') return failed(malformed(profile));
      if (UNNAMEABLE.has(profile)) return failed(unnameable(profile));
      const region = catalog.content().profiles.get(profile)?.region;
      const identity = await sts.getCallerIdentity(key, {
        profile,
        region: typeof region === 'string' ? region : undefined,
        signal,
      });
      if (!identity.ok) return identity;
      const saved = await keychain.save(profile, storedForm(key));
      if (!saved.ok) return saved;
      const row = { accessKeyId: key.accessKeyId, userArn: identity.value.arn, addedAt: clock.now() };
      const indexed = await index((keys) => {
        keys[profile] = row;
      });
      return indexed.ok ? ok(shown(profile, row)) : indexed;
    },

    async remove(profile: string): Promise<Result<void>> {
      if (!Object.hasOwn(settings.get().accessKeys, profile)) return failed(noSuchKey(profile));
      const removed = await keychain.remove(profile);
      if (!removed.ok) return removed;
      return index((keys) => {
        delete keys[profile];
      });
    },
  };
}

export type AccessKeys = ReturnType<typeof createAccessKeys>;

type StoredRow = Omit<AccessKeyRow, 'profile'>;

function shown(profile: string, row: StoredRow): AccessKeyRow {
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

function unnameable(profile: string) {
  return failure(
    'bad-input',
    `A profile that is called "${profile}" cannot have a key in Rolecall.`,
    'Give the profile another name.',
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
