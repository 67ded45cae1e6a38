import { failure } from '../failure.ts';
import type { Chain } from '../hop.ts';
import { failed, ok, type Result } from '../result.ts';
import { shellWord } from '../shell-word.ts';

/**
 * The access portal's own link to a role's console: it holds no secret, and signs
 * in by what the browser knows. For roles that come straight from Identity Center.
 * @see https://docs.aws.amazon.com/singlesignon/latest/userguide/createshortcutlink.html
 */
export function portalLink(profile: string, [source, ...roles]: Chain): Result<string> {
  if (source.kind !== 'identity-center' || roles.length > 0)
    return failed(
      failure(
        'not-supported',
        `"${profile}" is no role of Identity Center's access portal.`,
        `Open its console without the portal: rolecall console ${shellWord(profile)}`,
        { profile },
      ),
    );
  const portal = source.ssoStartUrl.replace(/[/#]+$/, '');
  const role = `account_id=${encodeURIComponent(source.ssoAccountId)}&role_name=${encodeURIComponent(source.ssoRoleName)}`;
  return ok(`${portal}/#/console?${role}`);
}
