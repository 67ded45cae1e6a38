import type { CatalogStore } from '../catalog.ts';
import type { CallName } from '../contract.ts';
import type { Handlers } from '../dispatch.ts';
import { aroundHandlers } from './around-handlers.ts';

/** What takes away, or is about what is under way and asks nothing of the files: it waits for no disk. */
const regardless: ReadonlySet<CallName> = new Set<CallName>([
  // Asked for with every key, and told by `listChanged` when the files change.
  'listProfiles',
  'lockState',
  'lock',
  'unlock',
  'signOut',
  'currentQuestion',
  'answerQuestion',
  'cancelQuestion',
  'awaitSsoSignIn',
  'cancelSsoSignIn',
  'organisationReading',
  'awaitOrganisation',
  'stopOrganisation',
  'stopRotation',
  'cancelMfaEnrolment',
]);

/** The handlers, each on the files as they are when it is called, whether or not the watch has told of the last change. */
export function onCurrentFiles<H extends Partial<Handlers>>(handlers: H, catalog: Pick<CatalogStore, 'catchUp'>): H {
  return aroundHandlers(handlers, (name, handle) => {
    if (regardless.has(name)) return handle;
    return async (input, context) => {
      await catalog.catchUp();
      return handle(input, context);
    };
  });
}
