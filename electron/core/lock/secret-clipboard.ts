import type { Clipboard, Clock, Stop } from '../ports.ts';
import { failed, ok, type Result } from '../result.ts';
import { type Lock, lockedFailure } from './lock.ts';

/** How long a secret stays in the clipboard. */
const CLEARED_AFTER_MS = 60_000;

/** Secrets in the clipboard, for a minute: taken back if nothing else was copied since. */
export function createSecretClipboard(parts: {
  readonly clipboard: Clipboard;
  readonly clock: Clock;
  readonly lock: Lock;
}) {
  const { clipboard, clock, lock } = parts;
  let held: string | undefined;
  let stop: Stop | undefined;

  function letGo(): string | undefined {
    stop?.();
    const secret = held;
    held = undefined;
    return secret;
  }

  /** Takes it back now, unless the clipboard holds something else by now. */
  async function takeBack(): Promise<void> {
    const secret = letGo();
    if (secret !== undefined && (await clipboard.read()) === secret) clipboard.clear();
  }

  return {
    /** Fails with `locked`, also when the lock closes meanwhile. */
    async put(secret: string): Promise<Result<{ clearedAfterMs: number }>> {
      if (lock.isLocked()) return failed(lockedFailure());
      letGo();
      await clipboard.write(secret);
      held = secret;
      // It was not there yet as the lock took back what was.
      if (lock.isLocked()) {
        await takeBack();
        return failed(lockedFailure());
      }
      stop = clock.after(CLEARED_AFTER_MS, () => void takeBack());
      return ok({ clearedAfterMs: CLEARED_AFTER_MS });
    },
    takeBack,
    /** For the end of the program, which waits for no answer: empties the clipboard, whatever was copied since. */
    end(): void {
      if (letGo() !== undefined) clipboard.clear();
    },
  };
}

export type SecretClipboard = ReturnType<typeof createSecretClipboard>;
