import type { Asker } from './asker.ts';
import type { MfaQuestion } from './contract.ts';
import { type Failure, failure } from './failure.ts';
import type { Clock, Signal, Stop } from './ports.ts';
import { failed, type Result } from './result.ts';
import { rememberUsedCodes } from './used-codes.ts';

export interface MfaRequest {
  readonly profile: string;
  readonly roleArn?: string | undefined;
  readonly mfaSerial: string;
  /** What the code is for: a code that another caller brings for the same session is taken. */
  readonly session: string;
  readonly asker: Asker;
  /** A code the caller brought along: sent once, and never followed by a prompt. */
  readonly code?: string | undefined;
  readonly signal: Signal;
}

/** Sends one code to AWS. It may be called again with another code after `mfa-wrong-code`. */
export type SendCode<T> = (code: string) => Promise<Result<T>>;

export interface MfaCodes {
  /** Gets a code from the person, in turn, and sends it until AWS takes one or the person cancels. */
  withCode<T>(request: MfaRequest, send: SendCode<T>): Promise<Result<T>>;
  /** What the MFA window shows now. */
  current(): MfaQuestion | null;
  /** `false` when that question is gone or a code is being checked. */
  answer(id: string, code: string): boolean;
  /** A code for a session that somebody else's question is about, or will be when its turn comes. */
  offer(session: string, code: string): CodeOffer;
  cancel(id: string): void;
  /** Cancels the question that is on screen, if it is about this profile; without one, whatever it is about. */
  leave(profile?: string): void;
  onChange(listener: (question: MfaQuestion | null) => void): Stop;
}

export interface CodeOffer {
  /** Why AWS refused the code; `undefined` when it was taken. Never settles when no question took it up. */
  readonly refused: Promise<Failure | undefined>;
  /** `true` when no question had taken it up. */
  withdraw(): boolean;
}

interface Offered {
  readonly session: string;
  readonly code: string;
  done(refused: Failure | undefined): void;
}

interface Turn {
  readonly session: string;
  question: MfaQuestion;
  /** Set for good: a cancel while AWS checks a code counts, too. */
  cancelled: boolean;
  /** `null` for a cancel. */
  answered(code: string | Offered | null): void;
}

/** One prompt at a time, in order of asking; one code, one use, across all calls. */
export function createMfaCodes({ clock }: { clock: Clock }): MfaCodes {
  const used = rememberUsedCodes(clock);
  const listeners = new Set<(question: MfaQuestion | null) => void>();
  const queue: (() => void)[] = [];
  const offers = new Set<Offered>();
  let busy = false;
  let turn: Turn | undefined;
  let lastId = 0;

  const changed = () => {
    for (const listener of listeners) listener(current());
  };
  const current = () => (turn ? { ...turn.question, waiting: queue.length } : null);
  const show = (change: Partial<MfaQuestion>) => {
    if (turn) turn.question = { ...turn.question, ...change };
    changed();
  };

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (busy) {
      const myTurn = new Promise<void>((resolve) => queue.push(resolve));
      changed();
      await myTurn;
    }
    busy = true;
    try {
      return await work();
    } finally {
      // The turn goes straight to the next in line; nobody slips in between.
      const next = queue.shift();
      if (next) next();
      else busy = false;
    }
  }

  async function sendOnce<T>(request: MfaRequest, code: string, send: SendCode<T>): Promise<Result<T>> {
    if (used.has(request.mfaSerial, code)) return failed(codeUsed(request.profile));
    used.add(request.mfaSerial, code);
    const result = await send(code);
    // A code counts as used only if AWS answered: a lost request leaves it good.
    if (!result.ok && result.failure.kind === 'network') used.forget(request.mfaSerial, code);
    return result;
  }

  async function ask<T>(request: MfaRequest, send: SendCode<T>): Promise<Result<T>> {
    lastId += 1;
    const { profile, roleArn, mfaSerial, asker, session } = request;
    const mine: Turn = {
      session,
      question: { id: String(lastId), profile, roleArn, mfaSerial, asker, checking: false, waiting: 0 },
      cancelled: false,
      answered: () => undefined,
    };
    const nextAnswer = () =>
      new Promise<string | Offered | null>((resolve) => {
        mine.answered = resolve;
        const offered = [...offers].find((offer) => offer.session === session);
        if (offered) resolve(offered);
      });
    turn = mine;
    const giveUp = () => giveUpOn(mine);
    request.signal.addEventListener('abort', giveUp, { once: true });
    try {
      for (;;) {
        const answer = nextAnswer();
        changed();
        const answered = await answer;
        if (answered === null) return failed(cancelled(profile));
        const offered = typeof answered === 'string' ? undefined : answered;
        if (offered) offers.delete(offered);
        show({ checking: true, problem: undefined });
        const result = await sendOnce(request, typeof answered === 'string' ? answered : answered.code, send);
        offered?.done(result.ok ? undefined : result.failure);
        if (mine.cancelled) return failed(cancelled(profile));
        if (result.ok || !isAboutTheCode(result.failure.kind)) return result;
        // The caller that brought the code is told; the person at the window typed nothing wrong.
        mine.question = { ...mine.question, checking: false, problem: offered ? undefined : result.failure };
      }
    } finally {
      request.signal.removeEventListener('abort', giveUp);
      turn = undefined;
      changed();
    }
  }

  return {
    withCode: (request, send) => {
      const { code } = request;
      return inTurn(async () => {
        if (request.signal.aborted) return failed(cancelled(request.profile));
        return code === undefined ? ask(request, send) : sendOnce(request, code, send);
      });
    },
    current,
    answer(id, code) {
      if (!turn || turn.question.id !== id || turn.question.checking) return false;
      turn.answered(code);
      return true;
    },
    offer(session, code) {
      let offered: Offered | undefined;
      const refused = new Promise<Failure | undefined>((resolve) => {
        offered = { session, code, done: resolve };
        offers.add(offered);
        if (turn?.session === session && !turn.question.checking) turn.answered(offered);
      });
      return { refused, withdraw: () => offered !== undefined && offers.delete(offered) };
    },
    cancel(id) {
      if (turn?.question.id === id) giveUpOn(turn);
    },
    leave(profile) {
      if (turn && (profile === undefined || turn.question.profile === profile)) giveUpOn(turn);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function giveUpOn(turn: Turn): void {
  turn.cancelled = true;
  turn.answered(null);
}

const isAboutTheCode = (kind: string) => kind === 'mfa-wrong-code' || kind === 'mfa-code-used';

function codeUsed(profile: string) {
  return failure(
    'mfa-code-used',
    'This code was used already. AWS takes each code once.',
    'Wait for your device to show the next code, at most 30 seconds, and enter that one.',
    { profile },
  );
}

function cancelled(profile: string) {
  return failure(
    'cancelled',
    `The MFA prompt for "${profile}" was cancelled.`,
    'Switch to the profile again when you have a code.',
    {
      profile,
    },
  );
}
