import * as v from 'valibot';
import { LockStateSchema } from '../lock/lock.ts';
import { call } from './call.ts';
import { Nothing } from './inputs.ts';

const State = v.object({ lock: LockStateSchema });

/** `unlock` is no call of the socket: a program must not do what only a person may. */
export const lockCalls = {
  lockState: call(['popover', 'settings', 'socket'], Nothing, State),
  lock: call(['popover', 'settings', 'socket'], Nothing, State),
  unlock: call(['popover', 'settings'], Nothing, Nothing),
} as const;
