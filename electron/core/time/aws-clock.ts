import type { Clock, Stop } from '../ports.ts';

/** From here on a person is told that the computer's clock is wrong. AWS itself refuses requests from five minutes on. */
export const SKEW_SHOWN_MS = 60_000;
/** A timer does not run while the computer sleeps, and none knows of a clock that was set: so alarms are looked at this often. */
const LOOK_MS = 15_000;
/** The two clocks of the computer go apart by this much only when one of them was set. */
const JUMP_MS = 2_000;
/** Of AWS's Date header, which is cut to seconds. */
const DATE_STEP_MS = 1000;

/**
 * AWS's time, as far as it is known. Sessions end by it and requests are signed
 * with it, whatever the computer's own clock says.
 *
 * It starts as the computer's clock and is corrected by the Date header of every
 * answer. Between two answers it goes on by the steady clock, so that setting
 * the computer's clock back makes nothing younger; where the wall clock has gone
 * further than the steady one (a virtual machine that stood still), it is the
 * wall clock that counts, until AWS is asked again. It may thus be late for a
 * moment, never early: nothing that has expired is taken for valid.
 */
export interface AwsClock {
  /** Epoch milliseconds by AWS's clock. */
  now(): number;
  /** How far AWS's clock is ahead of this computer's, in milliseconds; negative when the computer's is fast. */
  aheadMs(): number;
  /** True once an answer of AWS has said its time. */
  isMeasured(): boolean;
  /** `now` for an epoch time by AWS's clock, as this computer's clock will show it: for programs that compare with that. */
  toLocal(awsAt: number): number;
  /** The computer's steady clock, to be read when a request leaves. */
  steadyMs(): number;
  /** An answer dated `dateAt` (epoch ms) to a request that left at `sentSteadyMs` of the steady clock. */
  answered(answer: { readonly dateAt: number; readonly sentSteadyMs: number }): void;
  /** Runs `callback` once when AWS's clock has reached `at`: also after a sleep, and after either clock was corrected. */
  at(at: number, callback: () => void): Stop;
  /** Looks at once: after a sleep, or when the computer's clock was set. */
  look(): void;
  /** Called when `aheadMs` has changed by more than a second. */
  onChange(listener: () => void): Stop;
}

export function createAwsClock(parts: {
  clock: Clock;
  /** Asks AWS for its time, after the computer's clock was set forward. Settles when it is known or cannot be: alarms wait for it. */
  ask?: () => Promise<void>;
}): AwsClock {
  const { clock, ask = async () => undefined } = parts;
  const alarms = new Set<{ readonly at: number; readonly callback: () => void }>();
  const listeners = new Set<() => void>();
  let known = { awsAt: clock.now(), wallAt: clock.now(), steadyMs: clock.steadyMs() };
  let measured = false;
  let asking = false;
  let steadyAheadMs = 0;
  let toldAheadMs = 0;
  let stopTimer: Stop | undefined;

  /** To the second: finer than that AWS does not say it, and what is told of an end must not flicker. */
  function aheadMs(): number {
    const exactMs = now() - clock.now();
    if (Math.abs(exactMs - steadyAheadMs) > DATE_STEP_MS)
      steadyAheadMs = Math.abs(exactMs) > DATE_STEP_MS ? exactMs : 0;
    return steadyAheadMs;
  }

  function now(): number {
    // Before the first answer there is nothing better than the computer's clock, wherever somebody sets it.
    if (!measured) return clock.now();
    const wallElapsedMs = clock.now() - known.wallAt;
    const steadyElapsedMs = clock.steadyMs() - known.steadyMs;
    const at = known.awsAt + Math.max(wallElapsedMs, steadyElapsedMs);
    // A jump is taken down when it is seen: one the other way must not undo it.
    if (Math.abs(wallElapsedMs - steadyElapsedMs) >= JUMP_MS) {
      anchor(at);
      if (wallElapsedMs > steadyElapsedMs) askInDoubt();
    }
    return at;
  }

  function anchor(awsAt: number): void {
    known = { awsAt, wallAt: clock.now(), steadyMs: clock.steadyMs() };
  }

  /** The clock was set forward, or the computer stood still: only AWS knows which. Without an answer the later time stays. */
  function askInDoubt(): void {
    if (asking) return;
    asking = true;
    void ask()
      .catch(() => undefined)
      .finally(() => {
        if (!asking) return;
        asking = false;
        tell();
        ring();
      });
  }

  function tell(): void {
    if (aheadMs() === toldAheadMs) return;
    toldAheadMs = aheadMs();
    for (const listener of [...listeners]) listener();
  }

  function ring(): void {
    // A person who puts a slow clock right must not lose their sessions to it.
    if (!asking) {
      for (;;) {
        const [due] = [...alarms].filter(({ at }) => at <= now()).sort((a, b) => a.at - b.at);
        if (!due) break;
        alarms.delete(due);
        due.callback();
      }
    }
    arm();
  }

  function arm(): void {
    stopTimer?.();
    stopTimer = undefined;
    const isShown = Math.abs(aheadMs()) >= SKEW_SHOWN_MS;
    if (alarms.size === 0 && !isShown) return;
    const nextMs = Math.min(LOOK_MS, ...[...alarms].map(({ at }) => at - now()));
    stopTimer = clock.after(asking ? LOOK_MS : Math.max(0, nextMs), look);
  }

  function look(): void {
    tell();
    ring();
  }

  return {
    now,
    aheadMs,
    isMeasured: () => measured,
    steadyMs: clock.steadyMs,
    toLocal: (awsAt) => awsAt - aheadMs(),
    answered({ dateAt, sentSteadyMs }) {
      if (!Number.isFinite(dateAt)) return;
      // Whatever is in doubt, this is the answer.
      asking = true;
      // The answer was dated some time between the sending and now. An idea of the time that fits into that is kept.
      const latest = dateAt + DATE_STEP_MS + Math.max(0, clock.steadyMs() - sentSteadyMs);
      anchor(Math.min(Math.max(now(), dateAt), latest));
      measured = true;
      asking = false;
      tell();
      ring();
    },
    at(at, callback) {
      const alarm = { at, callback };
      alarms.add(alarm);
      arm();
      return () => {
        alarms.delete(alarm);
        if (alarms.size === 0) arm();
      };
    },
    look,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
