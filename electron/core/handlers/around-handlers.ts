import type { CallName } from '../contract.ts';
import type { CallContext, Handlers } from '../dispatch.ts';
import type { Result } from '../result.ts';

/** A handler of some call; `dispatch` has checked its input. */
export type Handle = (input: unknown, context: CallContext) => Promise<Result<unknown>>;

/** The same handlers, each with something around it, or as it was. */
export function aroundHandlers<H extends Partial<Handlers>>(
  handlers: H,
  around: (name: CallName, handle: Handle) => Handle,
): H {
  const entries = Object.entries(handlers) as [CallName, Handle][];
  // Object.fromEntries forgets which name has which type.
  return Object.fromEntries(entries.map(([name, handle]) => [name, around(name, handle)])) as unknown as H;
}
