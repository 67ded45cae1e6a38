import type { Clock, Signal } from '../ports.ts';
import { failed, type Result } from '../result.ts';
import type { SsoToken } from './ports.ts';
import type { SignInRequest, SignIns } from './sign-ins.ts';
import { ssoFailures } from './sso-failures.ts';
import type { SsoSession } from './sso-session.ts';
import type { Tokens } from './tokens.ts';

/**
 * What may start a sign-in: a person's `act` in a window or the tray, a
 * `command`, which a script may repeat, or a `tool`, which may only wait for one.
 * A `renewal` ahead of time does not even wait.
 */
export type AskedBy = 'act' | 'command' | 'tool' | 'renewal';

export interface AccessRequest {
  readonly signal: Signal;
  readonly by: AskedBy;
  readonly profile?: string | undefined;
  readonly onWaiting?: ((waitingFor: 'sign-in' | 'aws') => void) | undefined;
}

/** How long a tool's request waits for a person to sign in. */
export const TOOL_WAITS_MS = 2 * 60_000;
/** After a sign-in that was refused, cancelled or left: no other by itself for so long. */
const COOL_DOWN_MS = 30_000;
/** After nobody came: tools are told at once, and nobody is notified again. */
const QUIET_MS = 10 * 60_000;

/** A token for whoever needs one, with a sign-in where that is allowed. Never a storm of them. */
export function createAccess(parts: {
  readonly clock: Clock;
  readonly tokens: Tokens;
  readonly signIns: SignIns;
  /** A tool needs a sign-in: told once, not once per request. */
  readonly onNeeded: (session: SsoSession, profile: string | undefined) => void;
}) {
  const { clock, tokens, signIns } = parts;
  /** Both by the steady clock, which nobody sets. */
  const coolUntilMs = new Map<string, number>();
  const quietUntilMs = new Map<string, number>();
  /** Tools that wait for a person, by session. */
  const waiting = new Map<string, Set<(result: Result<SsoToken>) => void>>();

  function started(session: SsoSession, request: SignInRequest, signal?: Signal): Promise<Result<SsoToken>> {
    quietUntilMs.delete(session.name);
    return signIns.start(session, request, signal);
  }

  /** A tool's request: waits until somebody signs in, or says that nobody did. */
  function waitForPerson(session: SsoSession, { signal, profile }: AccessRequest): Promise<Result<SsoToken>> {
    const running = signIns.underWay(session);
    if (running) return running;
    if ((quietUntilMs.get(session.name) ?? 0) > clock.steadyMs())
      return Promise.resolve(failed(ssoFailures.needed(session, profile)));
    const others = waiting.get(session.name) ?? new Set();
    waiting.set(session.name, others);
    if (others.size === 0) parts.onNeeded(session, profile);
    return new Promise((resolve) => {
      const answer = (result: Result<SsoToken>) => {
        stopTimer();
        signal.removeEventListener('abort', leave);
        others.delete(answer);
        resolve(result);
      };
      const leave = () => answer(failed(ssoFailures.nobodyCame(session, profile)));
      const stopTimer = clock.after(TOOL_WAITS_MS, () => {
        quietUntilMs.set(session.name, clock.steadyMs() + QUIET_MS);
        leave();
      });
      others.add(answer);
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  async function token(session: SsoSession, request: AccessRequest): Promise<Result<SsoToken>> {
    const found = await tokens.find(session);
    if (found.ok || found.failure.kind !== 'sign-in-needed') return found;
    // Somebody may have signed in while this was looked up.
    const meanwhile = tokens.inMemory(session);
    if (meanwhile) return { ok: true, value: meanwhile };
    if (request.by === 'renewal' || request.signal.aborted) return found;
    request.onWaiting?.('sign-in');
    if (request.by === 'tool') return waitForPerson(session, request);
    const coolMs = (coolUntilMs.get(session.name) ?? 0) - clock.steadyMs();
    if (request.by === 'command' && coolMs > 0 && !signIns.underWay(session))
      return failed(ssoFailures.coolingDown(session, Math.ceil(coolMs / 1000), request.profile));
    return started(session, { method: 'browser', openBrowser: true }, request.signal);
  }

  return {
    token,
    /** A person chose to sign in: whatever came before, it starts now. */
    signIn(session: SsoSession, request: SignInRequest, signal?: Signal): Promise<Result<SsoToken>> {
      coolUntilMs.delete(session.name);
      return started(session, request, signal);
    },
    /** Each end of a sign-in comes by here, before those who wait for it. */
    async ended(session: SsoSession, result: Result<SsoToken>): Promise<Result<SsoToken>> {
      const taken = result.ok ? await tokens.take(session, result.value) : result;
      if (taken.ok) coolUntilMs.delete(session.name);
      else coolUntilMs.set(session.name, clock.steadyMs() + COOL_DOWN_MS);
      for (const answer of [...(waiting.get(session.name) ?? [])]) answer(taken);
      return taken;
    },
    /** Tools wait for a person to sign in here. */
    isWanted: (session: SsoSession): boolean => (waiting.get(session.name)?.size ?? 0) > 0,
  };
}

export type Access = ReturnType<typeof createAccess>;
