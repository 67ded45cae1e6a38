import * as v from 'valibot';

/**
 * The lines that held a key in clear, and where they stood: with marks where its
 * id and secret were, so that a key that was rotated meanwhile goes back as it now
 * is. It lives in the keychain beside the key, since a line may hold more than the key.
 */
export const TakenKeySchema = v.array(
  v.object({
    file: v.picklist(['config', 'credentials']),
    chunks: v.array(
      v.object({
        /** The line they stood behind: a digest of it, and which of the section's equal lines it was. */
        behind: v.object({ digest: v.string(), nth: v.number() }),
        /** The bytes, one character each. */
        parts: v.array(v.union([v.string(), v.object({ own: v.picklist(['id', 'secret']) })])),
      }),
    ),
  }),
);
export type TakenKey = v.InferOutput<typeof TakenKeySchema>;
export type TakenLines = TakenKey[number]['chunks'][number];
