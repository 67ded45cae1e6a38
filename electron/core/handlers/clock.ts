import type { Handlers } from '../dispatch.ts';
import { ok } from '../result.ts';
import type { ClockSkewWatch } from '../time/clock-skew.ts';

/** What the surfaces are told of the clock. */
export function clockHandlers(clockSkew: ClockSkewWatch): Pick<Handlers, 'clockSkew'> {
  return { clockSkew: async () => ok({ skew: clockSkew.view() }) };
}
