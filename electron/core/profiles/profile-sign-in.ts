import type { AwsFilesContent } from '../aws-files.ts';
import type { SourceHop } from '../hop.ts';
import { failed, ok, type Result } from '../result.ts';
import { chainFailures as broken } from './profile-failures.ts';
import { type ProfileSettings, settingsOf } from './profile-settings.ts';

type IdentityCenterHop = Extract<SourceHop, { kind: 'identity-center' }>;

/**
 * A profile's Identity Center role: by `sso_session`, or with start URL and region
 * of its own (legacy). `undefined` when the profile says nothing of a sign-in.
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-sso-credentials.html
 */
export function identityCenterHop(
  profile: string,
  get: ProfileSettings,
  content: AwsFilesContent,
): Result<IdentityCenterHop> | undefined {
  const sessionName = get('sso_session');
  if (!sessionName && !get('sso_start_url') && !get('sso_account_id') && !get('sso_role_name')) return undefined;
  const section = sessionName ? content.ssoSessions.get(sessionName) : undefined;
  if (sessionName && !section)
    return failed(broken.missing(profile, `section [sso-session ${sessionName}]`, 'though its sso_session names it'));
  const session = settingsOf(section ?? {});
  for (const key of ['sso_start_url', 'sso_region']) {
    const own = get(key);
    if (section && own && session(key) && own !== session(key))
      return failed(
        broken.contradiction(
          profile,
          `and its [sso-session ${sessionName}] differ in ${key}`,
          `Remove ${key} from "${profile}".`,
        ),
      );
  }
  const either = (key: string) => session(key) ?? get(key);
  const ssoStartUrl = either('sso_start_url');
  const ssoRegion = either('sso_region');
  const ssoAccountId = get('sso_account_id');
  const ssoRoleName = get('sso_role_name');
  if (!ssoStartUrl || !ssoRegion || !ssoAccountId || !ssoRoleName) {
    const missing = [
      !ssoStartUrl && 'sso_start_url',
      !ssoRegion && 'sso_region',
      !ssoAccountId && 'sso_account_id',
      !ssoRoleName && 'sso_role_name',
    ].filter(Boolean);
    return failed(broken.missing(profile, missing.join(', '), 'which its Identity Center sign-in needs'));
  }
  const scopes = session('sso_registration_scopes');
  const region = get('region');
  return ok({
    kind: 'identity-center',
    profile,
    ...(sessionName ? { ssoSession: sessionName } : {}),
    ssoStartUrl,
    ssoRegion,
    ssoAccountId,
    ssoRoleName,
    ...(scopes ? { ssoRegistrationScopes: scopes } : {}),
    ...(region ? { region } : {}),
  });
}
