import type { ProfileRow } from '../../electron/core/contract.ts';
import type { Failure } from '../../electron/core/failure.ts';
import type { SessionState } from '../../electron/core/session.ts';

/** What is wrong with a profile, as its row says it: the header says why the active role failed, and twice would shout. */
export function rowFailure(row: ProfileRow, session: SessionState | undefined, chosen: boolean): Failure | undefined {
  if (row.failure) return row.failure;
  return session?.state === 'failed' && !chosen ? session.failure : undefined;
}
