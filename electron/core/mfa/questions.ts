import type { MfaQuestion } from '../contract.ts';
import type { Failure } from '../failure.ts';
import type { Stop } from '../ports.ts';
import { failed, type Result } from '../result.ts';
import { type CodeClock, nextCodeAt } from './code-step.ts';
import { promptCancelled, wrongAgain } from './failures.ts';
import { type CodeOffer, createOffers, type Offered } from './offers.ts';
import type { MfaRequest, SendCode } from './request.ts';

/** A request whose question is not on screen yet. */
interface InLine {
  readonly request: Pick<MfaRequest, 'session' | 'signal'>;
  /** With a code that somebody brought for it, or because its turn has come. */
  wake(by: Offered | 'turn'): void;
}

interface Turn {
  readonly session: string;
  question: MfaQuestion;
  /** Set for good: a cancel while AWS checks a code counts, too. */
  cancelled: boolean;
  /** `null` for a cancel. */
  answered(code: string | Offered | null): void;
}

/** The questions to the person: one at a time, in order of asking. */
export function createQuestions({
  clock,
  isCurrentUsed,
}: {
  clock: CodeClock;
  isCurrentUsed: (serial: string) => boolean;
}) {
  const listeners = new Set<(question: MfaQuestion | null) => void>();
  const queue: InLine[] = [];
  const offers = createOffers();
  let busy = false;
  let turn: Turn | undefined;
  let lastId = 0;

  const changed = () => {
    for (const listener of listeners) listener(current());
  };
  const current = (): MfaQuestion | null => (turn ? { ...turn.question, waiting: queue.length } : null);

  /** The window counts down to the next code while the one that the device shows is of no use. */
  function withNextCode(question: MfaQuestion): MfaQuestion {
    const { nextCodeAt: _, ...rest } = question;
    return isCurrentUsed(question.mfaSerial) ? { ...rest, nextCodeAt: clock.toLocal(nextCodeAt(clock.now())) } : rest;
  }

  function waitInLine(request: InLine['request']): Promise<Offered | 'turn'> {
    return new Promise((wake) => {
      queue.push({ request, wake });
      changed();
    });
  }

  /** The one in line that a code was brought for; it leaves the line for now. */
  function callUp(session: string): InLine | undefined {
    const at = queue.findIndex(({ request }) => request.session === session && !request.signal.aborted);
    const [called] = at < 0 ? [] : queue.splice(at, 1);
    if (called) changed();
    return called;
  }

  async function sendOffered<T>(offered: Offered, send: SendCode<T>): Promise<Result<T>> {
    offers.take(offered);
    const result = await send(offered.code);
    offered.done(result.ok ? undefined : result.failure);
    return result;
  }

  return {
    /** Does `work` when nobody else's question is open; a code that is brought before that is sent at once. */
    async inTurn<T>(request: InLine['request'], send: SendCode<T>, work: () => Promise<Result<T>>): Promise<Result<T>> {
      while (busy) {
        const by = offers.for(request.session) ?? (await waitInLine(request));
        if (by === 'turn') break;
        const result = await sendOffered(by, send);
        if (result.ok || !isAboutTheCode(result.failure)) return result;
      }
      busy = true;
      try {
        return await work();
      } finally {
        // The turn goes straight to the next in line; nobody slips in between.
        const next = queue.shift();
        if (next) next.wake('turn');
        else busy = false;
      }
    },

    /** Asks until AWS takes a code or the person cancels. `send` is given each code. */
    async ask<T>(
      request: MfaRequest,
      send: SendCode<T>,
      more: Pick<MfaQuestion, 'problem' | 'commandOff'>,
    ): Promise<Result<T>> {
      lastId += 1;
      const { profile, roleArn, mfaSerial, asker, session } = request;
      const mine: Turn = {
        session,
        question: { id: String(lastId), profile, roleArn, mfaSerial, asker, checking: false, waiting: 0, ...more },
        cancelled: false,
        answered: () => undefined,
      };
      const show = (change: { checking: boolean; problem?: Failure | undefined }) => {
        mine.question = withNextCode({ ...mine.question, ...change });
        changed();
      };
      turn = mine;
      const giveUp = () => giveUpOn(mine);
      request.signal.addEventListener('abort', giveUp, { once: true });
      let problem = more.problem;
      let wrongCodes = problem?.kind === 'mfa-wrong-code' ? 1 : 0;
      try {
        for (;;) {
          const answer = new Promise<string | Offered | null>((resolve) => {
            mine.answered = resolve;
            const offered = offers.for(session);
            if (offered) resolve(offered);
          });
          show({ checking: false, problem });
          const answered = await answer;
          if (answered === null) return failed(promptCancelled(profile));
          show({ checking: true, problem: undefined });
          const isTyped = typeof answered === 'string';
          const result = isTyped ? await send(answered) : await sendOffered(answered, send);
          if (mine.cancelled) return failed(promptCancelled(profile));
          if (result.ok || !isAboutTheCode(result.failure)) return result;
          // The caller that brought the code is told; the person at the window typed nothing wrong.
          problem = isTyped ? result.failure : undefined;
          if (problem?.kind === 'mfa-wrong-code') {
            wrongCodes += 1;
            if (wrongCodes > 1) problem = { ...problem, remedy: wrongAgain(mfaSerial) };
          }
        }
      } finally {
        request.signal.removeEventListener('abort', giveUp);
        turn = undefined;
        changed();
      }
    },

    current,
    answer(id: string, code: string): boolean {
      if (!turn || turn.question.id !== id || turn.question.checking) return false;
      turn.answered(code);
      return true;
    },
    offer: (session: string, code: string): CodeOffer =>
      offers.make(session, code, (offered) => {
        if (turn?.session !== session) callUp(session)?.wake(offered);
        else if (!turn.question.checking) turn.answered(offered);
      }),
    cancel(id: string): void {
      if (turn?.question.id === id) giveUpOn(turn);
    },
    /** Cancels the question that is on screen, if it is about this profile; without one, whatever it is about. */
    leave(profile?: string): void {
      if (turn && (profile === undefined || turn.question.profile === profile)) giveUpOn(turn);
    },
    onChange(listener: (question: MfaQuestion | null) => void): Stop {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function giveUpOn(turn: Turn): void {
  turn.cancelled = true;
  turn.answered(null);
}

/** Another code can make this good. */
export const isAboutTheCode = ({ kind }: Failure) => kind === 'mfa-wrong-code' || kind === 'mfa-code-used';
