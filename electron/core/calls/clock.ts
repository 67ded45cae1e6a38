import * as v from 'valibot';
import { ClockSkewSchema } from '../time/clock-skew.ts';
import { call } from './call.ts';
import { Nothing } from './inputs.ts';

export const clockCalls = {
  /** How far this computer's clock is off, where a person should know. */
  clockSkew: call(['popover', 'socket'], Nothing, v.object({ skew: ClockSkewSchema })),
} as const;
