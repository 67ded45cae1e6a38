import { failure } from '../core/failure.ts';
import type { Browser } from '../core/ports.ts';
import { failed, ok } from '../core/result.ts';

/**
 * Opens sign-in and console links in the person's browser. `isAllowed` is the
 * allow-list: a link that it does not know is refused, and not told.
 */
export function createBrowser(parts: {
  readonly openExternal: (url: string) => Promise<void>;
  readonly isAllowed: (url: string) => boolean;
}): Browser {
  return {
    async open(url) {
      if (!parts.isAllowed(url)) {
        return failed(
          failure(
            'bad-input',
            'This is not a link of the AWS console, so it was not opened.',
            'Report it: Rolecall should not have made it.',
          ),
        );
      }
      try {
        await parts.openExternal(url);
        return ok(undefined);
      } catch {
        // The system's message may repeat the link, which is a secret.
        return failed(
          failure(
            'internal',
            'The browser could not be started.',
            'Set a default browser, or copy the link: rolecall console PROFILE --print',
          ),
        );
      }
    },
  };
}
