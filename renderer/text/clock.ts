import { minutesOrHours } from '../model/time-left.ts';

export const clockText = {
  clock: {
    /** `aheadMs` is how far AWS's clock is ahead of this computer's. */
    off: (aheadMs: number) =>
      `This computer’s clock is ${minutesOrHours(Math.abs(aheadMs))} ${aheadMs > 0 ? 'slow' : 'fast'}.`,
    remedy:
      'Switch on automatic time in the system’s settings. Rolecall goes by AWS’s clock meanwhile; other tools may be refused.',
  },
} as const;
