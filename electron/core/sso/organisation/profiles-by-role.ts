import type { AwsFilesContent } from '../../aws-files.ts';
import { settingsOf } from '../../profiles/profile-settings.ts';
import type { SsoSession } from '../sso-session.ts';
import type { Organisation } from './organisation.ts';
import type { NamedRole } from './profile-names.ts';

export const roleKey = ({ accountId, roleName }: Pick<NamedRole, 'accountId' | 'roleName'>) =>
  `${accountId} ${roleName}`;

/** Every role the person may use, as far as the organisation was read. */
export function rolesOf({ accounts }: Organisation): NamedRole[] {
  return accounts.flatMap(({ accountId, accountName, roles = [] }) =>
    roles.map((roleName) => ({ accountId, accountName, roleName })),
  );
}

/** The names of the profiles that lead to a role by this session, whoever wrote them; adopted ones, too. */
export function profilesByRole(session: SsoSession, content: AwsFilesContent): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [name, values] of content.profiles) {
    const get = settingsOf(values);
    const ofSession = session.legacy
      ? get('sso_session') === undefined && get('sso_start_url') === session.startUrl
      : get('sso_session') === session.name;
    const accountId = get('sso_account_id');
    const roleName = get('sso_role_name');
    if (!ofSession || !accountId || !roleName) continue;
    const key = roleKey({ accountId, roleName });
    found.set(key, [...(found.get(key) ?? []), name]);
  }
  return found;
}
