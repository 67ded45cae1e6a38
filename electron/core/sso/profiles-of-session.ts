import type { Catalog } from '../calls/catalog.ts';

/** The profiles whose credentials begin with this sign-in, chained roles included. */
export function profilesOfSession({ rows }: Catalog, session: string): string[] {
  return rows.flatMap(({ name, ssoSession }) => (ssoSession === session ? [name] : []));
}
