import * as v from 'valibot';
import { RotationSchema } from './rotation-state.ts';
import { TakenKeySchema } from './taken-key.ts';

/** What the keychain item of a profile holds. Later versions may add to it, so what is not known here is kept. */
const StoredKeySchema = v.looseObject({
  accessKeyId: v.string(),
  secretAccessKey: v.string(),
  /** Where it stood in clear before it was taken in, so that it can be put back to the byte. */
  taken: v.optional(TakenKeySchema),
  /** While the key is being replaced: see `Rotation`. */
  rotation: v.optional(RotationSchema),
});
export type StoredKey = v.InferOutput<typeof StoredKeySchema>;

/** How an access key is written into its keychain item. */
export function storedForm(key: StoredKey): string {
  return JSON.stringify(key);
}

/** `undefined` when the item is in no form that is known. */
export function parseStored(text: string): StoredKey | undefined {
  try {
    const parsed = v.safeParse(StoredKeySchema, JSON.parse(text));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}
