import type { MfaQuestion } from '../contract.ts';
import type { Signal, Stop } from '../ports.ts';
import { failed, ok, type Result } from '../result.ts';
import type { CodeSource, FindCodeSource } from './code-source.ts';
import { type CodeClock, nextCodeAt } from './code-step.ts';
import { codeNeeded, codeRefused, codeUsed, noNewCode, promptCancelled } from './failures.ts';
import type { CodeOffer } from './offers.ts';
import { createQuestions, isAboutTheCode } from './questions.ts';
import type { MfaRequest, SendCode } from './request.ts';
import { rememberUsedCodes } from './used-codes.ts';

export type { CodeOffer } from './offers.ts';

export interface MfaCodes {
  /** Gets a code (kept seed, the profile's command, or the person, in turn) and sends it until AWS takes one. */
  withCode<T>(request: MfaRequest, send: SendCode<T>): Promise<Result<T>>;
  /** `true` when a code of this device has to be typed. */
  needsPerson(device: { readonly mfaSerial: string; readonly profile: string }): boolean;
  /** Sends codes that somebody has typed elsewhere, for example to enable a device, and counts them as used. */
  spend<T>(mfaSerial: string, codes: readonly string[], send: () => Promise<Result<T>>): Promise<Result<T>>;
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

/** How often a source may give a code that was used already: the step passes, and the next code comes. */
const MOST_WAITS = 2;

/** One code, one use, across all calls; and one prompt at a time. */
export function createMfaCodes(parts: {
  clock: CodeClock;
  findSource?: FindCodeSource;
  /** The profile names a command for codes that this person has not allowed. */
  isCommandOff?: (profile: string) => boolean;
  /** Nobody is asked for now, whoever waited for their turn. */
  isHeld?: () => boolean;
}): MfaCodes {
  const { clock, findSource = () => undefined, isCommandOff = () => false, isHeld = () => false } = parts;
  const used = rememberUsedCodes(clock);
  const questions = createQuestions({ clock, isCurrentUsed: used.isCurrentUsed });
  /** Per device, so that two requests never take the same code from one source. */
  const lines = new Map<string, Promise<unknown>>();

  async function sendOnce<T>({ profile, mfaSerial }: MfaRequest, code: string, send: SendCode<T>): Promise<Result<T>> {
    const fate = used.fate(mfaSerial, code);
    if (fate) return failed(fate === 'refused' ? codeRefused(profile) : codeUsed(profile));
    used.send(mfaSerial, code);
    const result = await send(code);
    used.settle(mfaSerial, code, result);
    return result;
  }

  function ask<T>(request: MfaRequest, send: SendCode<T>, problem = request.problem): Promise<Result<T>> {
    if (request.quiet) return Promise.resolve(failed(problem ?? codeNeeded(request.profile)));
    request.onWaiting?.('code');
    const sendIt: SendCode<T> = (code) => sendOnce(request, code, send);
    return questions.inTurn(request, sendIt, async () => {
      if (request.signal.aborted || isHeld()) return failed(promptCancelled(request.profile));
      const commandOff = isCommandOff(request.profile) || undefined;
      return questions.ask(request, sendIt, { problem, commandOff });
    });
  }

  /** Resolves at the next code's time, or at once when the caller goes. */
  function nextStep(signal: Signal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        stop();
        signal.removeEventListener('abort', done);
        resolve();
      };
      const stop = clock.at(nextCodeAt(clock.now()), done);
      signal.addEventListener('abort', done, { once: true });
    });
  }

  /** A code of the source that was not used yet. */
  async function freshCode(source: CodeSource, request: MfaRequest): Promise<Result<string>> {
    for (let waits = 0; ; waits += 1) {
      if (request.signal.aborted) return failed(promptCancelled(request.profile));
      request.onWaiting?.(source.waitingFor);
      const code = await source.code(request.signal);
      if (!code.ok || !used.fate(request.mfaSerial, code.value)) return code;
      if (waits >= MOST_WAITS) return failed(noNewCode(request.profile));
      request.onWaiting?.('next-code');
      await nextStep(request.signal);
    }
  }

  /** What came of the source's codes, or why a person has to be asked instead. */
  async function fromSource<T>(
    source: CodeSource,
    request: MfaRequest,
    send: SendCode<T>,
  ): Promise<Result<{ readonly result: Result<T> }>> {
    for (let attempt = 1; ; attempt += 1) {
      const code = await freshCode(source, request);
      if (request.signal.aborted) return ok({ result: failed(promptCancelled(request.profile)) });
      if (!code.ok) return code;
      request.onWaiting?.('aws');
      const result = await sendOnce(request, code.value, send);
      if (result.ok) source.worked();
      if (result.ok || !isAboutTheCode(result.failure)) return ok({ result });
      // Used just before a restart, or on another computer: the next code will tell. One that never worked is wrong.
      if (attempt > 1 || !source.hasWorked()) return failed(source.refused());
    }
  }

  async function inLine<T>(mfaSerial: string, work: () => Promise<T>): Promise<T> {
    const mine = (lines.get(mfaSerial) ?? Promise.resolve()).then(work);
    const quiet = mine.catch(() => undefined);
    lines.set(mfaSerial, quiet);
    try {
      return await mine;
    } finally {
      if (lines.get(mfaSerial) === quiet) lines.delete(mfaSerial);
    }
  }

  return {
    async withCode(request, send) {
      const { code, profile, signal, mfaSerial } = request;
      if (code !== undefined) {
        // In no line: a question that somebody may answer in an hour must not outlast the code.
        if (signal.aborted) return failed(promptCancelled(profile));
        request.onWaiting?.('aws');
        return sendOnce(request, code, send);
      }
      const source = findSource(request);
      if (!source) return ask(request, send);
      const automatic = await inLine(mfaSerial, () => fromSource(source, request, send));
      return automatic.ok ? automatic.value.result : ask(request, send, automatic.failure);
    },
    needsPerson: (device) => findSource(device) === undefined,
    async spend(mfaSerial, codes, send) {
      for (const code of codes) used.send(mfaSerial, code);
      const result = await send();
      for (const code of codes) used.settle(mfaSerial, code, result);
      return result;
    },
    current: questions.current,
    answer: questions.answer,
    offer: questions.offer,
    cancel: questions.cancel,
    leave: questions.leave,
    onChange: questions.onChange,
  };
}
