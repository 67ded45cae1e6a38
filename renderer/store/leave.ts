import type { Client } from '../../electron/core/client.ts';
import type { Store } from './state.ts';

/** Begun with what the person wants done; called once it is, the list goes. */
export type BeginLeaving = () => () => Promise<void>;

/**
 * The list goes when what it was opened for is done, unless the person has gone
 * on meanwhile: typed, moved, opened something, or closed the list and opened it
 * again.
 */
export function createLeaving(client: Client<'popover'>, { getState: get }: Store): BeginLeaving {
  const whereabouts = () => {
    const { visit, query, selectedAt, panel, menuOpen, rowMenu } = get();
    return [visit, query, selectedAt, panel, menuOpen, rowMenu];
  };
  return () => {
    const before = whereabouts();
    return async () => {
      if (whereabouts().every((part, at) => part === before[at])) await client.leaveList({});
    };
  };
}
