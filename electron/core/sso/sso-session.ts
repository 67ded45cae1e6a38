import type { AwsFilesContent } from '../aws-files.ts';
import type { SourceHop } from '../hop.ts';
import { settingsOf } from '../profiles/profile-settings.ts';

export type IdentityCenterHop = Extract<SourceHop, { kind: 'identity-center' }>;

/**
 * One place a person signs in to. Profiles share it by naming the same
 * `[sso-session]`, or, in the legacy form, by having the same start URL.
 */
export interface SsoSession {
  /** The section's name; in the legacy form the start URL. AWS's tools name their cache file by it, too. */
  readonly name: string;
  readonly startUrl: string;
  readonly region: string;
  /** None in the legacy form: then AWS hands out no refresh token. */
  readonly scopes: readonly string[];
  readonly legacy: boolean;
}

/** What AWS's tools ask for when the section says nothing. */
const defaultScopes = 'sso:account:access';

/** @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-sso-credentials.html */
export function ssoSessionOf(hop: IdentityCenterHop): SsoSession {
  const { ssoSession, ssoStartUrl: startUrl, ssoRegion: region } = hop;
  if (ssoSession === undefined) return { name: startUrl, startUrl, region, scopes: [], legacy: true };
  return { name: ssoSession, startUrl, region, scopes: scopesOf(hop.ssoRegistrationScopes), legacy: false };
}

function scopesOf(text: string = defaultScopes): string[] {
  return text
    .split(',')
    .map((scope) => scope.trim())
    .filter((scope) => scope !== '');
}

/** The sessions that the config file names, in its order: sections first, then what legacy profiles say themselves. */
export function ssoSessionsIn(content: AwsFilesContent): SsoSession[] {
  const found = new Map<string, SsoSession>();
  for (const [name, values] of content.ssoSessions) {
    const get = settingsOf(values);
    const startUrl = get('sso_start_url');
    const region = get('sso_region');
    if (startUrl && region)
      found.set(name, { name, startUrl, region, scopes: scopesOf(get('sso_registration_scopes')), legacy: false });
  }
  for (const values of content.profiles.values()) {
    const get = settingsOf(values);
    const startUrl = get('sso_start_url');
    const region = get('sso_region');
    if (get('sso_session') || !startUrl || !region || found.has(startUrl)) continue;
    found.set(startUrl, { name: startUrl, startUrl, region, scopes: [], legacy: true });
  }
  return [...found.values()];
}

/** Everything a token was granted by: under another start URL or region the same name is another session. */
export function sameSession(a: SsoSession, b: SsoSession): boolean {
  return a.name === b.name && a.startUrl === b.startUrl && a.region === b.region && `${a.scopes}` === `${b.scopes}`;
}
