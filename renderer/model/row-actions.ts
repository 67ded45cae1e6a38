import type { ProfileRow } from '../../electron/core/contract.ts';
import type { Failure } from '../../electron/core/failure.ts';
import type { SessionState } from '../../electron/core/session.ts';
import { type Remedy, remediesOf } from './remedy.ts';
import { canSignOut } from './session-view.ts';

export type RowAction = Remedy | { readonly kind: 'switch' | 'console' | 'sign-out' | 'cancel' | 'pin' | 'unpin' };

/** What can be done with a profile now, in the order of its buttons. */
export function rowActions(row: ProfileRow, session: SessionState | undefined, chosen: boolean): RowAction[] {
  const pin: RowAction = { kind: row.pinned ? 'unpin' : 'pin' };
  const failure: Failure | undefined = row.failure ?? (session?.state === 'failed' ? session.failure : undefined);
  if (session?.state === 'requesting') return [{ kind: 'cancel' }, pin];
  // The best one only: all of them stand below the list, in words.
  if (failure) return [...remediesOf(failure, row).slice(0, 1), pin];
  const actions: RowAction[] = [];
  if (!(chosen && session?.state === 'active')) actions.push({ kind: 'switch' });
  actions.push({ kind: 'console' });
  if (canSignOut(session)) actions.push({ kind: 'sign-out' });
  return [...actions, pin];
}
