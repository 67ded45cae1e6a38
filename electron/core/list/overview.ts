import type { Catalog, Overview } from '../contract.ts';

/** What a window knows of the catalogue before it has seen a row. */
export function overviewOf({ rows, problems, defaultHandedOver, keysInClear = [] }: Catalog): Overview {
  const signIns = new Set<string>();
  let lacksKey: string | undefined;
  for (const row of rows) {
    if (row.kind === 'identity-center') signIns.add(row.source ?? row.name);
    if (row.failure?.kind === 'key-missing') lacksKey ??= row.failure.profile;
  }
  return {
    profiles: rows.length,
    problems,
    defaultHandedOver,
    keysInClear,
    signIns: signIns.size,
    ...(lacksKey !== undefined && { lacksKey }),
  };
}
