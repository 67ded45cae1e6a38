import type { Failure } from '../../electron/core/failure.ts';
import type { Result } from '../../electron/core/result.ts';
import type { PopoverState, Store } from './state.ts';

/** Takes the result of a call in; `true` when it went well. */
export type Settle = (result: Result<unknown>, profile?: string) => boolean;

/** A failure that the profile's row shows by itself is not shown twice, only said to who does not see it; and a cancel is no failure. */
export function createSettle({ getState: get, setState: set }: Store): Settle {
  return (result, profile) => {
    if (result.ok) set({ failure: null });
    else if (profile !== undefined && isShown(result.failure, profile, get()))
      set({ announcement: `${result.failure.message} ${result.failure.remedy}` });
    else if (result.failure.kind !== 'cancelled') set({ failure: result.failure });
    return result.ok;
  };
}

/** Of a session that failed, or of a profile that cannot be used as its files are. */
function isShown(failure: Failure, profile: string, { sessions, selectedItem }: PopoverState): boolean {
  if (sessions.byProfile[profile]?.state === 'failed') return true;
  return selectedItem?.row.name === profile && selectedItem.row.failure?.message === failure.message;
}
