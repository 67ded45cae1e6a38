import type { AccessKeys } from '../access-keys/access-keys.ts';
import type { Handlers } from '../dispatch.ts';
import { ok } from '../result.ts';

/** The base keys in the keychain. */
export function accessKeyHandlers(
  accessKeys: AccessKeys,
): Pick<Handlers, 'listAccessKeys' | 'addAccessKey' | 'removeAccessKey'> {
  return {
    listAccessKeys: async () => ok({ accessKeys: accessKeys.list() }),
    addAccessKey: ({ profile, ...key }, { signal }) => accessKeys.add(profile, key, signal),

    async removeAccessKey({ profile }) {
      const removed = await accessKeys.remove(profile);
      return removed.ok ? ok({}) : removed;
    },
  };
}
