import { type CallName, calls, type Door, type EventName, events } from '../core/contract.ts';

/** The calls a door allows, in the contract's order. */
export function callsThrough(door: Door): CallName[] {
  return (Object.keys(calls) as CallName[]).filter((name) => (calls[name].doors as readonly Door[]).includes(door));
}

/** Whether a window may stand still until the call is answered. */
export function isAtOnce(name: unknown): boolean {
  return typeof name === 'string' && Object.hasOwn(calls, name) && 'atOnce' in calls[name as CallName];
}

/** Whether a window behind this door may be told of the event. */
export function hears(door: Door, event: EventName): boolean {
  return (events[event].doors as readonly Door[]).includes(door);
}
