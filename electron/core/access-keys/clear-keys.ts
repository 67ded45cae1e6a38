import type { FilePreview } from '../contract.ts';
import type { AccessKey } from '../credentials.ts';
import type { Result } from '../result.ts';
import type { TakenKey } from './taken-key.ts';

/** Where a key stands in clear. */
interface ClearKeyPlace {
  readonly path: string;
  /** 1-based, ascending. */
  readonly lines: readonly number[];
}

/** A long-term key that stands in clear in the user's files, with all it takes to take it in. Main process only. */
export interface ClearKey {
  readonly profile: string;
  readonly key: AccessKey;
  readonly places: readonly ClearKeyPlace[];
  readonly taken: TakenKey;
  /** What taking it in changes. */
  readonly previews: readonly FilePreview[];
}

/** The keys in the user's files, and the only edits that touch them. */
export interface ClearKeyFiles {
  /** The profiles with a secret in one of the files, sorted, whether or not it can be taken in. */
  profiles(): Promise<Result<readonly string[]>>;
  /** `undefined` when the profile has none; fails with the lines when it is no one long-term key beyond doubt. */
  find(profile: string): Promise<Result<ClearKey | undefined>>;
  /**
   * Removes just the lines of this key, where they still are. Fails with
   * `file-changed` when they are others than were found; those stay. No copy of them is left.
   */
  take(key: ClearKey): Promise<Result<readonly FilePreview[]>>;
  /** Other files beside them that hold this secret, too. */
  copies(key: AccessKey): Promise<readonly string[]>;
  previewPutBack(profile: string, key: AccessKey, taken: TakenKey): Promise<Result<readonly FilePreview[]>>;
  /** Writes the lines back where they stood. Changes nothing where the key already stands again. */
  putBack(profile: string, key: AccessKey, taken: TakenKey): Promise<Result<readonly FilePreview[]>>;
}
