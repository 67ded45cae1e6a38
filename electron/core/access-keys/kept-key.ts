import * as v from 'valibot';

/** What the settings keep of a key in the keychain. The secret is not among it; the times are epoch milliseconds. */
export const KeptKeySchema = v.object({
  accessKeyId: v.string(),
  userArn: v.string(),
  addedAt: v.number(),
  /** The files it stood in clear in; it can be put back there. */
  takenFrom: v.optional(v.array(v.string())),
  /** A rotation began and has not ended: it can be gone on with. */
  rotatingSince: v.optional(v.number()),
  /** What IAM said at `checkedAt`. */
  createdAt: v.optional(v.number()),
  lastUsed: v.optional(v.object({ usedAt: v.optional(v.number()), service: v.optional(v.string()) })),
  checkedAt: v.optional(v.number()),
});
