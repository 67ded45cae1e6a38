import { failure } from '../failure.ts';
import type { Chain } from '../hop.ts';
import { failed, type Result } from '../result.ts';
import { isInlinePolicy } from './fill-in.ts';

/** The files that session policies stand in: read anew for each request, so that a change counts at once. */
export function createPolicyTexts(read: (path: string) => Promise<Result<string>>) {
  const last = new Map<string, Result<string>>();

  return {
    isNeeded: ([, ...roles]: Chain) => roles.some(({ policy }) => policy !== undefined && !isInlinePolicy(policy)),
    async readFor([, ...roles]: Chain): Promise<void> {
      for (const { policy } of roles) {
        if (policy !== undefined && !isInlinePolicy(policy)) last.set(policy, await read(policy));
      }
    },
    /** As it was last read. */
    text: (path: string): Result<string> =>
      last.get(path) ??
      failed(failure('file-unreadable', 'The session policy was not read yet.', 'Switch to the profile.')),
  };
}
