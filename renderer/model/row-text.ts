import type { ProfileRow } from '../../electron/core/contract.ts';
import { text } from '../text.ts';
import type { SessionView } from './session-view.ts';

/** What stands under the name: the role or what else the profile leads to. */
function roleText(row: ProfileRow): string {
  return row.roleName ?? text.kind[row.kind];
}

/** `AdministratorAccess · 123456789012 · eu-central-1`, without what is not known. An account that has a name is known by it, so its number goes last, where there may be no room. */
export function detailText(row: ProfileRow): string {
  const { accountName, accountId, region } = row;
  const place = accountName === undefined ? [accountId, region] : [accountName, region, accountId];
  return [roleText(row), ...place].filter(Boolean).join(' · ');
}

/** The same for two lines: what one becomes and, when that line has an account's name, the account's number and the region. */
export function detailLines(row: ProfileRow): { readonly first: string; readonly second?: string } {
  const { accountName, accountId, region } = row;
  if (accountName === undefined) return { first: detailText(row) };
  const second = [accountId, region].filter(Boolean).join(' · ');
  return { first: `${roleText(row)} · ${accountName}`, ...(second && { second }) };
}

/** The accessible name of a row. It begins with the profile's name and says in words what the row shows. */
export function spokenRow(row: ProfileRow, view: SessionView, isActive: boolean): string {
  return [
    row.name,
    roleText(row),
    row.accountName,
    row.accountId && text.account(row.accountId),
    row.region,
    isActive && text.state.theActiveRole,
    row.failure ? text.state.unusable(row.failure.message) : view.spoken,
    row.pinned && text.state.pinned,
  ]
    .filter(Boolean)
    .join(', ');
}
