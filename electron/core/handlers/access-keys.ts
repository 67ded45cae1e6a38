import type { AccessKeys } from '../access-keys/access-keys.ts';
import type { Inspect } from '../access-keys/inspect.ts';
import type { Rotations } from '../access-keys/rotations.ts';
import type { Handlers } from '../dispatch.ts';
import { ok } from '../result.ts';

/** The base keys in the keychain. */
export function accessKeyHandlers({
  accessKeys,
  inspect,
  rotations,
}: {
  readonly accessKeys: AccessKeys;
  readonly inspect: Inspect;
  readonly rotations: Rotations;
}): Pick<
  Handlers,
  | 'listAccessKeys'
  | 'addAccessKey'
  | 'removeAccessKey'
  | 'inspectAccessKey'
  | 'rotateAccessKey'
  | 'stopRotation'
  | 'currentRotations'
> {
  return {
    async inspectAccessKey({ profile }, { signal }) {
      const keys = await inspect(profile, signal);
      return keys.ok ? ok({ keys: keys.value.map((key) => ({ ...key })) }) : keys;
    },
    async rotateAccessKey({ profile, mfaCode }, { asker, signal }) {
      const rotated = await rotations.run(profile, { asker, signal, mfaCode });
      return rotated.ok ? ok({ ...rotated.value }) : rotated;
    },
    async stopRotation({ profile }) {
      rotations.stop(profile);
      return ok({});
    },
    currentRotations: async () => ok({ rotations: rotations.view() }),
    listAccessKeys: async () => ok({ accessKeys: accessKeys.list() }),
    addAccessKey: ({ profile, ...key }, { signal }) =>
      rotations.change(profile, () => accessKeys.add(profile, key, signal)),

    removeAccessKey: ({ profile }) => rotations.change(profile, () => accessKeys.remove(profile)),
  };
}
