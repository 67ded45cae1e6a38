import type { CatalogStore } from '../catalog.ts';
import type { CallName } from '../contract.ts';
import type { CallContext, Handlers } from '../dispatch.ts';
import type { Result } from '../result.ts';

/** What takes away, or is about what is under way and asks nothing of the files: it waits for no disk. */
const regardless: ReadonlySet<CallName> = new Set<CallName>([
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

type Handle = (input: unknown, context: CallContext) => Promise<Result<unknown>>;

/** The handlers, each on the files as they are when it is called, whether or not the watch has told of the last change. */
export function onCurrentFiles<H extends Partial<Handlers>>(handlers: H, catalog: Pick<CatalogStore, 'catchUp'>): H {
  return Object.fromEntries(
    Object.entries(handlers).map(([name, handler]) => {
      const handle = handler as Handle;
      if (regardless.has(name as CallName)) return [name, handle];
      return [
        name,
        async (input: unknown, context: CallContext) => {
          await catalog.catchUp();
          return handle(input, context);
        },
      ];
    }),
    // Object.fromEntries forgets which name has which type.
  ) as unknown as H;
}
