import type { CallName, CallOutput, EventName, EventPayload, SessionPlan } from '../../electron/core/contract.ts';
import type { Failure } from '../../electron/core/failure.ts';
import type { Result } from '../../electron/core/result.ts';

type Answer<N extends CallName> = Result<CallOutput<N>> | Promise<Result<CallOutput<N>>>;
export type Answers = { readonly [N in CallName]?: (input: never) => Answer<N> };

const defaults: Answers = {
  // Not known yet: a page that asks on the way to another must not trip over half an answer.
  profileDetails: () => new Promise(() => undefined),
  welcome: () => ({ ok: true, value: { welcomed: true } }),
  ssoSessions: () => ({ ok: true, value: { sessions: [] } }),
  lockState: () => ({ ok: true, value: { lock: { locked: false } } }),
  sessionPlan: ({ profile }: { profile: string }) => ({ ok: true, value: aSessionPlan(profile) }),
};

/** A role with MFA: both ways lead to it. */
function aSessionPlan(profile: string): SessionPlan {
  return {
    profile,
    plans: [
      { plan: 'one-code', longestSeconds: 3600 },
      { plan: 'own-code', longestSeconds: 43_200 },
    ],
    chosen: { plan: 'one-code', durationSeconds: 3600 },
    saved: {},
    needsTicket: false,
  };
}

/** A stand-in for `window.rolecall`: answers from a table, keeps what was asked, and emits events on demand. */
export function createFakeClient(answers: Answers) {
  const asked: { name: string; input: unknown }[] = [];
  const listeners = new Map<string, Set<(payload: never) => void>>();

  const on = (event: string, listener: (payload: never) => void) => {
    const all = listeners.get(event) ?? new Set();
    listeners.set(event, all.add(listener));
    return () => all.delete(listener);
  };

  const call = (name: string) => async (input: unknown) => {
    asked.push({ name, input });
    const answer = ({ ...defaults, ...answers } as Record<string, ((input: unknown) => unknown) | undefined>)[name];
    return answer ? answer(input) : { ok: true, value: {} };
  };

  const client = new Proxy({}, { get: (_, name) => (name === 'on' ? on : call(String(name))) });
  return {
    /** Typed by whoever takes it: every window's client is a part of it. */
    client: client as never,
    asked,
    /** The inputs of the calls of one name, oldest first. */
    askedFor: (name: CallName) => asked.filter((call) => call.name === name).map(({ input }) => input),
    emit<E extends EventName>(event: E, payload: EventPayload<E>): void {
      for (const listener of listeners.get(event) ?? []) listener(payload as never);
    },
  };
}

export type FakeClient = ReturnType<typeof createFakeClient>;

export const good = <T>(value: T) => ({ ok: true, value }) as const;
export const bad = (failure: Failure) => ({ ok: false, failure }) as const;
/** An answer that never comes: for looking at what is on screen meanwhile. */
export const never = <T>() => new Promise<T>(() => undefined);
