import type { ProfileRow } from '../../electron/core/contract.ts';
import type { SessionState } from '../../electron/core/session.ts';
import { type Remedy, remediesOf } from './remedy.ts';
import { canSignOut } from './session-view.ts';

/** What a person can do with a profile, whatever state it is in. */
export type PlainAction =
  | 'switch'
  | 'console'
  | 'choose-console'
  | 'copy'
  | 'environment'
  | 'terminal'
  | 'sign-out'
  | 'cancel'
  | 'pin'
  | 'unpin'
  | 'details'
  | 'adopt'
  | 'release';

export type RowAction = Remedy | { readonly kind: PlainAction };

const plain = (...kinds: (PlainAction | false)[]): RowAction[] =>
  kinds.flatMap((kind) => (kind === false ? [] : [{ kind }]));

/** The buttons over a row, in their order. A press on the row itself switches; everything else is in its menu. */
export function rowActions(row: ProfileRow, session: SessionState | undefined): RowAction[] {
  if (session?.state === 'requesting') return plain('cancel');
  const failure = row.failure ?? (session?.state === 'failed' ? session.failure : undefined);
  // The best one only: all of them stand below the list, in words.
  if (failure) return remediesOf(failure, row).slice(0, 1);
  return plain('console', 'copy', 'terminal', canSignOut(session) && 'sign-out');
}

/** All that can be done with a profile now, in groups. */
export function rowMenu(row: ProfileRow, session: SessionState | undefined, chosen: boolean): RowAction[][] {
  const about = plain(
    row.pinned ? 'unpin' : 'pin',
    'details',
    row.name !== 'default' && !row.failure && (row.adopted ? 'release' : 'adopt'),
  );
  if (row.failure) return [remediesOf(row.failure, row), about].filter(({ length }) => length > 0);
  const inUse = chosen && session?.state === 'active';
  const requesting = session?.state === 'requesting';
  const first =
    session?.state === 'failed' ? remediesOf(session.failure, row) : plain(!inUse && !requesting && 'switch');
  return [
    [...first, ...plain('console', 'choose-console')],
    plain('copy', 'environment', 'terminal'),
    [...plain(canSignOut(session) && (requesting ? 'cancel' : 'sign-out')), ...about],
  ];
}
