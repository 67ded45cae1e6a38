import * as v from 'valibot';
import { call } from './call.ts';
import { Nothing } from './inputs.ts';

/** The first start: shown until it is left, and never again. */
export const welcomeCalls = {
  welcome: call(['popover'], Nothing, v.object({ welcomed: v.boolean() })),
  leaveWelcome: call(['popover'], Nothing, Nothing),
} as const;
