import type { CatalogStore } from '../catalog.ts';
import type { World } from '../ports.ts';
import { createMoveProfile } from '../profiles/move-profile.ts';
import type { Broker, BrokerWorld } from '../sessions/broker.ts';
import type { FollowRename } from '../sessions/follow-rename.ts';
import type { KeptSessions } from '../sessions/kept-sessions.ts';
import { createTurns } from '../turns.ts';
import { createAccessKeys } from './access-keys.ts';
import { createIamSigner } from './iam-signer.ts';
import { createInspect } from './inspect.ts';
import { createKeyIndex } from './key-index.ts';
import { createKeyItems } from './key-items.ts';
import { createRotate } from './rotate.ts';
import { createRotations } from './rotations.ts';
import { createTakeIn } from './take-in.ts';

/** Everything about the keys that are kept, wired: adding and removing, looking at them in IAM, rotating, taking in from the files. */
export function createKeyCare(
  world: World,
  parts: {
    readonly catalog: CatalogStore;
    readonly broker: Broker;
    readonly kept: KeptSessions;
    readonly readAccessKey: BrokerWorld['readAccessKey'];
    readonly followRename: FollowRename;
  },
) {
  const { sts, iam, clock, awsClock, keychain, settings } = world;
  const { catalog, broker, kept, readAccessKey, followRename } = parts;
  const index = createKeyIndex({ settings, catalog });
  const keys = { catalog, sts, clock, index, items: createKeyItems(keychain) };
  const signer = createIamSigner({ catalog, broker, index: index.all, readAccessKey });
  const inIam = { ...keys, iam, signer, clock: { now: awsClock.now, after: clock.after } };
  const inTurn = createTurns();
  return {
    index: index.all,
    signer,
    accessKeys: createAccessKeys(keys),
    inspect: createInspect(inIam),
    rotations: createRotations(createRotate({ ...inIam, inTurn }), inTurn),
    takeIn: createTakeIn({ ...keys, files: world.clearKeys }),
    move: createMoveProfile({ ...keys, settings, kept, followRename }),
  };
}
