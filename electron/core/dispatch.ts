import * as v from 'valibot';
import type { Asker } from './asker.ts';
import type { HandOutFacts } from './audit/entry.ts';
import { type CallInput, type CallName, type CallOutput, calls, type Door } from './contract.ts';
import { failure } from './failure.ts';
import type { Signal } from './ports.ts';
import { failed, type Result } from './result.ts';

/** Who calls, through which door, and whether they still wait for the answer. */
export interface CallContext {
  readonly door: Door;
  readonly asker: Asker;
  readonly signal: Signal;
  /**
   * Writes the hand-out down with what only its handler knows, before anything
   * leaves the program; when that fails, nothing may. Not there in a call that
   * is not written down.
   */
  readonly handOut?: (facts: HandOutFacts) => Promise<Result<void>>;
}

/** One function per call of the contract. */
export type Handlers = {
  readonly [N in CallName]: (input: CallInput<N>, context: CallContext) => Promise<Result<CallOutput<N>>>;
};

/**
 * The one way into the handlers, for windows and commands alike: the call must
 * exist, be allowed through the caller's door, and its arguments must parse.
 * Nothing that was sent is echoed.
 */
export async function dispatch(
  handlers: Handlers,
  name: unknown,
  input: unknown,
  context: CallContext,
): Promise<Result<unknown>> {
  if (typeof name !== 'string' || !Object.hasOwn(calls, name)) return failed(noSuchCall());
  const callName = name as CallName;
  const spec = calls[callName];
  if (!(spec.doors as readonly Door[]).includes(context.door)) return failed(noSuchCall());
  const parsed = v.safeParse(spec.input, input);
  if (!parsed.success) return failed(badInput(callName, parsed.issues[0]));
  try {
    const handle = handlers[callName] as (input: unknown, context: CallContext) => Promise<Result<unknown>>;
    return await handle(parsed.output, context);
  } catch (error) {
    // A bug, not a refusal. Its text could hold anything, so only the kind of error is told.
    const kind = error instanceof Error ? error.name : 'error';
    return failed(
      failure('internal', `Rolecall failed in "${callName}" (${kind}).`, 'Try again, and report it if it stays.'),
    );
  }
}

function noSuchCall() {
  return failure('bad-input', 'There is no such call here.', 'Use a version of the command that matches the program.');
}

function badInput(name: CallName, issue: v.BaseIssue<unknown>) {
  const field = v.getDotPath(issue) ?? 'input';
  const expected = issue.expected ?? 'another form';
  return failure(
    'bad-input',
    `"${field}" of ${name} is not valid: expected ${expected}.`,
    `Correct "${field}" and try again.`,
  );
}
