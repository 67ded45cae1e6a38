import type { Result } from '../../electron/core/result.ts';
import type { Store } from './state.ts';

/** Takes the result of a call in; `true` when it went well. */
export type Settle = (result: Result<unknown>, profile?: string) => boolean;

/** A failure that the profile's row shows by itself is not shown twice, only said to who does not see it; and a cancel is no failure. */
export function createSettle({ getState: get, setState: set }: Store): Settle {
  return (result, profile) => {
    const known = profile !== undefined && get().sessions.byProfile[profile]?.state === 'failed';
    if (result.ok) set({ failure: null });
    else if (known) set({ announcement: `${result.failure.message} ${result.failure.remedy}` });
    else if (result.failure.kind !== 'cancelled') set({ failure: result.failure });
    return result.ok;
  };
}
