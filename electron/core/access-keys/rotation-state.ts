import * as v from 'valibot';

const Key = v.object({ accessKeyId: v.string(), secretAccessKey: v.string() });

/**
 * How far a rotation has come. It lies in the keychain item beside the key, which
 * is the one that is to be used now: the old one until the new one was proved.
 *
 * - `creating`: a second key was asked for; `known` were there before.
 * - `proving`: `next` is kept; AWS does not take it everywhere yet.
 * - `retiring`: the item's key is the new one; `old` is made inactive, then deleted.
 */
export const RotationSchema = v.variant('stage', [
  v.object({ stage: v.literal('creating'), startedAt: v.number(), known: v.array(v.string()) }),
  v.object({ stage: v.literal('proving'), startedAt: v.number(), next: Key }),
  v.object({ stage: v.literal('retiring'), startedAt: v.number(), old: Key }),
]);
export type Rotation = v.InferOutput<typeof RotationSchema>;

/** What a person is told of a rotation under way. */
export const rotationSteps = ['looking', 'creating', 'proving', 'retiring', 'deleting'] as const;
export type RotationStep = (typeof rotationSteps)[number];
