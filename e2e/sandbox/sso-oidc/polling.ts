import type { Authorization } from '../identity-center/model.ts';
import { slowDown } from './errors.ts';

/** AWS CLI asks twice before it waits for the first time; a third poll within the interval is too many. */
export const pollsAtOnce = 2;
const pollEveryMs = 1000;
/** A client's second may end a little before ours. */
const tolerance = 0.1;

/** Counts a poll; throws SlowDownException when they come faster than the interval allows. */
export function countPoll(authorization: Authorization & { kind: 'device' }, now: number): void {
  const { left, countedAt } = authorization.polls;
  const available = Math.min(pollsAtOnce, left + Math.max(0, now - countedAt) / pollEveryMs);
  const isTooFast = available < 1 - tolerance;
  authorization.polls = { left: isTooFast ? available : Math.max(0, available - 1), countedAt: now };
  if (isTooFast) throw slowDown('The client polls too often.');
}
