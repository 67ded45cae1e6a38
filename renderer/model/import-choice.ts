import type { CallOutput } from '../../electron/core/contract.ts';

type Accounts = CallOutput<'organisation'>['accounts'];
type Account = Accounts[number];

/** The roles of an organisation with the number of accounts that have each, the most frequent first. */
export function roleCounts(accounts: Accounts): { readonly name: string; readonly accounts: number }[] {
  const counts = new Map<string, number>();
  for (const { roles } of accounts) for (const role of roles) counts.set(role, (counts.get(role) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) => ({ name, accounts: count }))
    .sort((a, b) => b.accounts - a.accounts || a.name.localeCompare(b.name));
}

/** Accounts whose name or number holds all words of the search. */
export function findAccounts(accounts: Accounts, query: string): readonly Account[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return accounts;
  return accounts.filter(({ accountId, accountName }) => {
    const all = `${accountName} ${accountId}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

/** How many roles in how many accounts a choice means. */
export function chosenCount(accounts: Accounts, roles: ReadonlySet<string>, ids: ReadonlySet<string>) {
  let roleCount = 0;
  let accountCount = 0;
  for (const account of accounts) {
    if (!ids.has(account.accountId)) continue;
    const found = account.roles.filter((role) => roles.has(role)).length;
    roleCount += found;
    if (found > 0) accountCount += 1;
  }
  return { roles: roleCount, accounts: accountCount };
}

/** As main takes it: nothing named means all, also those that come later. */
export function asList(chosen: ReadonlySet<string>, all: readonly string[]): string[] {
  return all.every((one) => chosen.has(one)) ? [] : all.filter((one) => chosen.has(one));
}
