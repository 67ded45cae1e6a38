import type { Clipboard, Clock, Stop } from '../ports.ts';

/** How long a secret stays in the clipboard. */
export const CLEARED_AFTER_MS = 60_000;

/** Secrets in the clipboard, for a minute: taken back if nothing else was copied since. */
export function createSecretClipboard({ clipboard, clock }: { readonly clipboard: Clipboard; readonly clock: Clock }) {
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
    async put(secret: string): Promise<void> {
      letGo();
      await clipboard.write(secret);
      held = secret;
      stop = clock.after(CLEARED_AFTER_MS, () => void takeBack());
    },
    takeBack,
    /** For the end of the program, which waits for no answer: empties the clipboard, whatever was copied since. */
    end(): void {
      if (letGo() !== undefined) clipboard.clear();
    },
  };
}

export type SecretClipboard = ReturnType<typeof createSecretClipboard>;
