import * as v from 'valibot';
import type { Stop } from '../ports.ts';
import { type AwsClock, SKEW_SHOWN_MS } from './aws-clock.ts';

/** By how much AWS's clock is ahead of this computer's, where that is more than a minute; negative when ours is fast. */
export const ClockSkewSchema = v.nullable(v.object({ aheadMs: v.number() }));
export type ClockSkew = v.InferOutput<typeof ClockSkewSchema>;

export interface ClockSkewWatch {
  /** `null` while the clock is right enough, and before AWS has answered for the first time. */
  view(): ClockSkew;
  /** Called when it is to be shown, shown otherwise, or shown no more. */
  onChange(listener: (skew: ClockSkew) => void): Stop;
}

/** Tells the surfaces when this computer's clock is off, and when it is right again. */
export function watchClockSkew(awsClock: AwsClock): ClockSkewWatch {
  const view = (): ClockSkew => {
    const aheadMs = awsClock.aheadMs();
    return awsClock.isMeasured() && Math.abs(aheadMs) >= SKEW_SHOWN_MS ? { aheadMs } : null;
  };
  return {
    view,
    onChange(listener) {
      let wasShown = view() !== null;
      return awsClock.onChange(() => {
        const skew = view();
        if (skew !== null || wasShown) listener(skew);
        wasShown = skew !== null;
      });
    },
  };
}
