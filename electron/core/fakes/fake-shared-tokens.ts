import { ok } from '../result.ts';
import type { SharedTokens, SsoToken } from '../sso/ports.ts';

/** The AWS CLI's cache as a map by session name. */
export function createFakeSharedTokens() {
  const tokens = new Map<string, SsoToken>();
  const sharedTokens: SharedTokens = {
    read: async ({ name }) => tokens.get(name),
    write: async ({ name }, token) => {
      tokens.set(name, token);
      return ok(undefined);
    },
    remove: async ({ name }) => {
      tokens.delete(name);
      return ok(undefined);
    },
  };
  return { sharedTokens, tokens };
}
