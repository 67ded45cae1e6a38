import type { Signal, Stop } from '../ports.ts';
import { failed, type Result } from '../result.ts';
import { createAbort } from '../sessions/shared-work.ts';
import type { SignInMethod, SsoToken } from './ports.ts';
import { createSignInFlows, type FlowParts, SIGN_IN_MS } from './sign-in-flows.ts';
import { ssoFailures } from './sso-failures.ts';
import type { SsoSession } from './sso-session.ts';

/** A sign-in under way, as every surface shows it. Holds no token. */
export interface SignInProgress {
  readonly session: string;
  readonly method: SignInMethod;
  readonly startedAt: number;
  /** When it ends by itself; unknown until AWS has answered. */
  readonly endsAt?: number | undefined;
  /** The page to open, also by hand. */
  readonly url?: string | undefined;
  /** To be compared with what the page shows. */
  readonly userCode?: string | undefined;
  /** Unknown until it was tried. */
  readonly browserOpened?: boolean | undefined;
}

export interface SignInRequest {
  readonly method: SignInMethod;
  /** Without: the person opens the link. */
  readonly openBrowser: boolean;
}

interface UnderWay {
  progress: SignInProgress;
  /** Who would miss it. When the last of them leaves, it ends. */
  interested: number;
  readonly cancel: () => void;
  readonly result: Promise<Result<SsoToken>>;
}

/** Sign-ins, at most one per session at a time, whoever wants it. What may start one is decided elsewhere. */
export function createSignIns(
  parts: FlowParts & {
    /** Told of each end, before those who wait for it. */
    readonly onEnd: (session: SsoSession, result: Result<SsoToken>) => Promise<Result<SsoToken>>;
  },
) {
  const { clock } = parts;
  const flows = createSignInFlows(parts);
  const underWay = new Map<string, UnderWay>();
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };

  function begin(session: SsoSession, { method, openBrowser }: SignInRequest): UnderWay {
    const abort = createAbort();
    let outOfTime = false;
    /** From here on another may start, whatever AWS or the keychain is still busy with. */
    const cancel = () => {
      if (underWay.get(session.name) === mine) underWay.delete(session.name);
      abort.abort();
      changed();
    };
    const stopTimer = clock.after(SIGN_IN_MS, () => {
      outOfTime = true;
      cancel();
    });
    const show = (change: Partial<SignInProgress>) => {
      if (underWay.get(session.name) !== mine) return;
      mine.progress = { ...mine.progress, ...change };
      changed();
    };
    async function run(): Promise<Result<SsoToken>> {
      const flow = flows[method]({ session, openBrowser, signal: abort.signal, show });
      const outcome = await endedBy(flow, abort.signal, session);
      stopTimer();
      const result = outOfTime && !outcome.ok ? failed(ssoFailures.expired(session)) : outcome;
      const settled = await parts.onEnd(session, result);
      if (underWay.get(session.name) === mine) underWay.delete(session.name);
      changed();
      return settled;
    }
    const progress = { session: session.name, method, startedAt: clock.now() };
    // It runs only when it is in the map, so that a second caller finds it.
    const mine: UnderWay = { progress, interested: 0, cancel, result: Promise.resolve().then(run) };
    return mine;
  }

  return {
    /** Starts one, or joins the one under way. Resolves when it is over; without a signal it goes on to its end. */
    start(session: SsoSession, request: SignInRequest, signal?: Signal): Promise<Result<SsoToken>> {
      const running = underWay.get(session.name) ?? begin(session, request);
      if (!underWay.has(session.name)) {
        underWay.set(session.name, running);
        changed();
      }
      running.interested += 1;
      const leave = () => {
        running.interested -= 1;
        if (running.interested === 0) running.cancel();
      };
      if (signal?.aborted) leave();
      else signal?.addEventListener('abort', leave, { once: true });
      return running.result.finally(() => signal?.removeEventListener('abort', leave));
    },
    underWay: (session: SsoSession): Promise<Result<SsoToken>> | undefined => underWay.get(session.name)?.result,
    cancel: (name: string): void => underWay.get(name)?.cancel(),
    cancelAll(): void {
      for (const { cancel } of [...underWay.values()]) cancel();
    },
    progress: (name: string): SignInProgress | undefined => underWay.get(name)?.progress,
    onChange(listener: () => void): Stop {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export type SignIns = ReturnType<typeof createSignIns>;

/** A cancel is an end at once, whatever AWS or the keychain is still busy with. */
function endedBy(work: Promise<Result<SsoToken>>, signal: Signal, session: SsoSession): Promise<Result<SsoToken>> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => resolve(failed(ssoFailures.cancelled(session))), { once: true });
    work.then(resolve, reject);
  });
}
