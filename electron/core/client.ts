/** The callers' side of the contract, derived from it and never restated. */
import type { CallInput, CallName, CallOutput, Calls, Door, EventName, EventPayload } from './contract.ts';
import type { Stop } from './ports.ts';
import type { Result } from './result.ts';

/** The names of the calls that one door may make. */
export type CallsThrough<D extends Door> = {
  [N in CallName]: D extends Calls[N]['doors'][number] ? N : never;
}[CallName];

/** Of these, the ones that are answered from memory. */
type CallsNow<D extends Door> = {
  [N in CallsThrough<D>]: Calls[N] extends { readonly atOnce: true } ? N : never;
}[CallsThrough<D>];

/** What a window or the command sees: one function per call, and events. */
export type Client<D extends Door> = {
  readonly [N in CallsThrough<D>]: (input: CallInput<N>) => Promise<Result<CallOutput<N>>>;
} & {
  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): Stop;
  /** Those that a window may stand still for: what a key finds is then painted with the key. */
  readonly now: { readonly [N in CallsNow<D>]: (input: CallInput<N>) => Result<CallOutput<N>> };
};
