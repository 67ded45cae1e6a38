import type { SectionValues } from '../../aws-files.ts';
import type { SsoSession } from '../sso-session.ts';

/**
 * What the import wrote, in the profile itself: whoever compares it with the
 * profile knows what the person changed since. No database to drift, and the
 * line goes with the profile wherever that goes.
 */
export const markerKey = 'rolecall_imported';

export interface Imported {
  readonly accountId: string;
  readonly roleName: string;
  /** The profile's name as it was written. */
  readonly profile: string;
  /** The account's name then, in plain letters: when AWS has another one, the profile is renamed. */
  readonly accountName: string;
  readonly region: string | undefined;
}

/** None of the parts has a blank: names are plain, and AWS allows none in a role's. */
function markerOf({ accountId, roleName, profile, accountName, region }: Imported): string {
  return [accountId, roleName, profile, accountName, region ?? '-'].join(' ');
}

export function readMarker(values: SectionValues): Imported | undefined {
  const text = values[markerKey];
  const match = typeof text === 'string' ? /^(\d{12}) (\S+) (\S+) (\S+) (\S+)$/.exec(text) : null;
  if (!match) return undefined;
  const [, accountId = '', roleName = '', profile = '', accountName = '', region = ''] = match;
  return { accountId, roleName, profile, accountName, region: region === '-' ? undefined : region };
}

/** The keys of an imported profile, in the order in which they are written. */
export function importedKeys(imported: Imported, session: SsoSession): [key: string, value: string][] {
  return [
    ...(session.legacy
      ? ([
          ['sso_start_url', session.startUrl],
          ['sso_region', session.region],
        ] as [string, string][])
      : ([['sso_session', session.name]] as [string, string][])),
    ['sso_account_id', imported.accountId],
    ['sso_role_name', imported.roleName],
    ...(imported.region === undefined ? [] : ([['region', imported.region]] as [string, string][])),
    [markerKey, markerOf(imported)],
  ];
}

/** `true` while the profile is, key for key, what the import wrote: only then is it ours to rename or remove. */
export function isUntouched(name: string, values: SectionValues, session: SsoSession): boolean {
  const imported = readMarker(values);
  if (imported?.profile !== name) return false;
  const written = importedKeys(imported, session);
  return Object.keys(values).length === written.length && written.every(([key, value]) => values[key] === value);
}
