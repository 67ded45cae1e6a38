import type { Catalog, Overview } from '../contract.ts';

/** What a window knows of the catalogue before it has seen a row. */
export function overviewOf({ rows, problems, defaultHandedOver, keysInClear = [] }: Catalog): Overview {
  const sessions = new Set<string>();
  let reached = 0;
  let lacksKey: string | undefined;
  for (const row of rows) {
    if (row.ssoSession !== undefined) {
      sessions.add(row.ssoSession);
      reached += 1;
    }
    if (row.failure?.kind === 'key-missing') lacksKey ??= row.failure.profile;
  }
  return {
    profiles: rows.length,
    problems,
    defaultHandedOver,
    keysInClear,
    identityCenter: { sessions: sessions.size, profiles: reached },
    ...(lacksKey !== undefined && { lacksKey }),
  };
}
