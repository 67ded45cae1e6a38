import type { Action } from '../protocol/call.ts';
import { callerArn, callerUserId } from '../state/identity.ts';

/** Needs no permission; not even an explicit deny refuses it. */
export const getCallerIdentity: Action = ({ caller }) => ({
  Arn: callerArn(caller),
  UserId: callerUserId(caller),
  Account: caller.account.id,
});
