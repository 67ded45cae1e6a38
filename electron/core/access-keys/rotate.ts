import type { CatalogStore } from '../catalog.ts';
import { type AccessKey, maskAccessKeyId, type SigningKeys } from '../credentials.ts';
import type { FailureKind } from '../failure.ts';
import type { IamAccessKey } from '../iam.ts';
import type { AwsContext, Clock, Iam, Sts } from '../ports.ts';
import { failed, ok, type Result } from '../result.ts';
import type { InTurn } from '../turns.ts';
import { regionOf } from './about-profile.ts';
import type { IamSigner, SignRequest } from './iam-signer.ts';
import type { KeyIndex } from './key-index.ts';
import type { KeyItems } from './key-items.ts';
import { onceKnown } from './once-known.ts';
import { rotationFailures as broken } from './rotation-failures.ts';
import { createRotationRecord, plain } from './rotation-record.ts';
import type { Rotation, RotationStep } from './rotation-state.ts';
import type { StoredKey } from './stored-key.ts';

/** A key that appeared this soon after it was asked for, and was never used, is the one whose answer was lost. */
const lostAnswerMs = 5 * 60_000;

/** After these AWS may have made a key, and the next attempt has to look for it. */
const mayHaveMade: ReadonlySet<FailureKind> = new Set([
  'network',
  'timeout',
  'cancelled',
  'aws-error',
  'throttled',
  'limit-reached',
]);

export interface Rotated {
  /** Masked. */
  readonly accessKeyId: string;
  readonly replaced: string;
}

export type RotateRequest = SignRequest & { readonly onStep: (step: RotationStep) => void };

/**
 * Replaces a user's access key: create the second, keep it, prove it, make the
 * old one inactive, delete it. The keychain item says how far it has come before
 * each act and after it, so it can end at any instant, and the next attempt goes on
 * with a working key.
 */
export function createRotate(parts: {
  items: KeyItems;
  index: KeyIndex;
  iam: Iam;
  sts: Sts;
  clock: Pick<Clock, 'now' | 'after'>;
  catalog: CatalogStore;
  signer: IamSigner;
  /** Other changes of kept keys are made in these turns, too. */
  inTurn: InTurn;
}) {
  const { iam, sts, clock, catalog, signer, inTurn } = parts;
  type Of<S extends Rotation['stage']> = Extract<Rotation, { stage: S }>;

  return async function rotate(profile: string, request: RotateRequest): Promise<Result<Rotated>> {
    const { onStep } = request;
    const context: AwsContext = { profile, region: regionOf(catalog, profile), signal: request.signal };
    const { save, note, ...record } = createRotationRecord(profile, parts);
    let session: SigningKeys | undefined;

    /** One session for all of it; a code is asked for once. */
    async function sign(renew = false): Promise<Result<SigningKeys>> {
      if (session) return ok(session);
      const signed = await signer.sign(profile, { ...request, renew });
      if (signed.ok && signed.value.sessionToken !== undefined) session = signed.value;
      return signed;
    }

    async function begin(key: StoredKey): Promise<Result<StoredKey>> {
      const clear = profileInClear(catalog, key.accessKeyId);
      if (clear !== undefined) return failed(broken.inClear(profile, clear));
      const by = await sign();
      if (!by.ok) return by;
      const listed = await iam.listAccessKeys(by.value, context);
      if (!listed.ok) return listed;
      const others = listed.value.filter(({ accessKeyId }) => accessKeyId !== key.accessKeyId);
      if (others.length === listed.value.length) return failed(broken.notTheUsers(profile));
      const [other] = others;
      if (other) return failed(await twoKeys(other, by.value));
      const startedAt = clock.now();
      const noted = await note(key, { rotatingSince: startedAt });
      if (!noted.ok) return noted;
      return save(key, { stage: 'creating', startedAt, known: listed.value.map(({ accessKeyId }) => accessKeyId) });
    }

    async function twoKeys(other: IamAccessKey, by: SigningKeys) {
      const use = await iam.getAccessKeyLastUsed(other.accessKeyId, by, context);
      return broken.twoKeys(profile, other, use.ok ? use.value : undefined);
    }

    async function create(key: StoredKey, { startedAt, known }: Of<'creating'>): Promise<Result<StoredKey>> {
      onStep('creating');
      const by = await sign();
      if (!by.ok) return by;
      const cleared = await clearLost(known, startedAt, by.value);
      if (!cleared.ok) {
        if (cleared.failure.kind === 'limit-reached') await abandon(key);
        return cleared;
      }
      // From now on a key may exist whose answer never came: what comes within minutes of this is ours.
      const marked = await save(key, { stage: 'creating', startedAt: clock.now(), known });
      if (!marked.ok) return marked;
      const created = await iam.createAccessKey(by.value, context);
      if (!created.ok) {
        if (!mayHaveMade.has(created.failure.kind)) await abandon(key);
        return created;
      }
      const kept = await save(key, { stage: 'proving', startedAt, next: created.value });
      // Nobody would ever know its secret.
      if (!kept.ok) await iam.deleteAccessKey(created.value.accessKeyId, by.value, context);
      return kept;
    }

    async function abandon(key: StoredKey): Promise<void> {
      const saved = await save(key, undefined);
      if (saved.ok) await note(key, {});
    }

    /** A second key whose answer was lost is deleted; any other is the person's. */
    async function clearLost(known: readonly string[], startedAt: number, by: SigningKeys): Promise<Result<void>> {
      const listed = await iam.listAccessKeys(by, context);
      if (!listed.ok) return listed;
      for (const other of listed.value.filter(({ accessKeyId }) => !known.includes(accessKeyId))) {
        const use = await iam.getAccessKeyLastUsed(other.accessKeyId, by, context);
        if (!use.ok) return use;
        const ageMs = (other.createdAt ?? 0) - startedAt;
        if (use.value.usedAt !== undefined || Math.abs(ageMs) > lostAnswerMs)
          return failed(broken.twoKeys(profile, other, use.value));
        const deleted = await gone(() => iam.deleteAccessKey(other.accessKeyId, by, context));
        if (!deleted.ok) return deleted;
      }
      return ok(undefined);
    }

    async function prove(key: StoredKey, { startedAt, next }: Of<'proving'>): Promise<Result<StoredKey>> {
      onStep('proving');
      const identity = await onceKnown(() => sts.getCallerIdentity(next, context), context, clock);
      if (!identity.ok) return identity.failure.kind === 'key-invalid' ? giveUp(key, next, identity) : identity;
      const owner = record.indexed()?.userArn;
      if (owner !== undefined && identity.value.arn !== owner) return failed(broken.notTheUsers(profile));
      return save({ ...key, ...next }, { stage: 'retiring', startedAt, old: plain(key) });
    }

    /** A new key that somebody has deleted would be waited for by every next attempt. */
    async function giveUp(key: StoredKey, next: AccessKey, refused: Result<never>): Promise<Result<never>> {
      const by = await sign();
      const listed = by.ok ? await iam.listAccessKeys(by.value, context) : by;
      if (!listed.ok || listed.value.some(({ accessKeyId }) => accessKeyId === next.accessKeyId)) return refused;
      await abandon(key);
      return failed(broken.newKeyGone(profile));
    }

    async function retire(key: StoredKey, { startedAt, old }: Of<'retiring'>): Promise<Result<StoredKey>> {
      onStep('retiring');
      const noted = await note(key, { rotatingSince: startedAt });
      if (!noted.ok) return noted;
      const followed = await inTurn(() => record.letOthersFollow(key, old));
      if (!followed.ok) return followed;
      const inactive = await withSigner((by) =>
        gone(() => iam.updateAccessKey({ accessKeyId: old.accessKeyId, status: 'inactive' }, by, context)),
      );
      if (!inactive.ok) return inactive;
      // Once more before there is no way back: with the old one inactive, the new one must serve.
      const serves = await onceKnown(() => sts.getCallerIdentity(plain(key), context), context, clock);
      if (!serves.ok) return serves;
      onStep('deleting');
      const deleted = await withSigner((by) => gone(() => iam.deleteAccessKey(old.accessKeyId, by, context)));
      if (!deleted.ok) return deleted;
      const saved = await save(key, undefined);
      if (!saved.ok) return saved;
      const done = await note(key, {});
      return done.ok ? saved : done;
    }

    /** A session of the old key may end with it: then one of the new key. */
    async function withSigner(act: (by: SigningKeys) => Promise<Result<void>>): Promise<Result<void>> {
      const by = await sign();
      if (!by.ok) return by;
      if (!session) return onceKnown(() => act(by.value), context, clock);
      const done = await act(by.value);
      if (done.ok || !['key-invalid', 'source-expired'].includes(done.failure.kind)) return done;
      session = undefined;
      const again = await sign(true);
      return again.ok ? act(again.value) : again;
    }

    let replaced: string | undefined;
    for (;;) {
      if (request.signal.aborted) return failed(broken.stopped(profile));
      const item = await record.read();
      if (!item.ok) return item;
      const key = item.value;
      if (!key || !record.indexed()) return failed(broken.noKey(profile));
      const { rotation } = key;
      if (!rotation && replaced !== undefined) {
        return ok({ accessKeyId: maskAccessKeyId(key.accessKeyId), replaced: maskAccessKeyId(replaced) });
      }
      replaced = rotation?.stage === 'retiring' ? rotation.old.accessKeyId : key.accessKeyId;
      const next = await step(key, rotation);
      if (!next.ok) return next;
    }

    function step(key: StoredKey, rotation: Rotation | undefined): Promise<Result<StoredKey>> {
      if (!rotation) return begin(key);
      switch (rotation.stage) {
        case 'creating':
          return create(key, rotation);
        case 'proving':
          return prove(key, rotation);
        case 'retiring':
          return retire(key, rotation);
      }
    }
  };
}

/** A profile whose tools would be left with the deleted key. */
function profileInClear(catalog: CatalogStore, accessKeyId: string): string | undefined {
  for (const [name, values] of catalog.content().profiles) if (values.aws_access_key_id === accessKeyId) return name;
  return undefined;
}

/** What is gone already need not be changed: an earlier attempt did it. */
async function gone(act: () => Promise<Result<void>>): Promise<Result<void>> {
  const done = await act();
  return !done.ok && done.failure.kind === 'not-there' ? ok(undefined) : done;
}

export type Rotate = ReturnType<typeof createRotate>;
