import { ok } from '../result.ts';
import type { KeptSessions } from '../sessions/kept-sessions.ts';

/** A person who allows no session to be kept. */
export const keptNothing: KeptSessions = {
  load: async () => undefined,
  save: async () => undefined,
  forget: async () => ok(undefined),
  sweep: async () => ok(undefined),
};
