import { parseArn, parseRoleArn } from '../arn.ts';
import type { AwsFilesContent, SectionValues } from '../aws-files.ts';
import type { ProfileRow } from '../contract.ts';
import { inOrder } from '../list/in-order.ts';
import { folderOf } from '../looks/labels.ts';
import { colourOf, isProduction } from '../looks/look.ts';
import { plainName } from '../plain-name.ts';
import type { Result } from '../result.ts';
import { readMarker } from '../sso/organisation/marker.ts';
import { createChainEndings } from './chain-ending.ts';
import { ownProcessOf, parkedPrefix, settingsOf } from './profile-settings.ts';
import { type AccessKeyIndex, type Step, stepOf } from './profile-step.ts';

/** `[default]` asks Rolecall for the active profile's credentials. */
export function isDefaultHandedOver(content: AwsFilesContent): boolean {
  const own = ownProcessOf(content.profiles.get('default'));
  return own !== undefined && own.profile === undefined;
}

/** What the files say of a profile. */
export interface ProfileFacts {
  /** The row as it is while the person has chosen nothing for it. */
  readonly plain: ProfileRow;
  /** What its account was called in the organisation that the profile was imported from. */
  readonly importedAccountName: string | undefined;
}

/**
 * All profiles that lead to a role or a user, in the order of the list; broken
 * ones with their failure. Time is linear in the number of profiles.
 */
export function profileFacts(content: AwsFilesContent, index: AccessKeyIndex): ProfileFacts[] {
  const endings = createChainEndings(content, index);
  const names = new Set(Object.keys(index));
  for (const [name, values] of content.profiles) if (leadsSomewhere(values)) names.add(name);
  if (isDefaultHandedOver(content)) names.delete('default');

  return [...names].sort(inOrder).map((name): ProfileFacts => {
    const values = content.profiles.get(name);
    const step = stepOf(name, content, index, false);
    const plain: ProfileRow = {
      name,
      ...leadsTo(step, name, values, index),
      needsCode: false,
      pinned: false,
      careful: false,
      adopted: ownProcessOf(values) !== undefined,
    };
    const colour = colourOf(name, undefined);
    if (colour) plain.colour = colour;
    const folder = folderOf(name, undefined);
    if (folder !== undefined) plain.folder = folder;
    if (isProduction(name, undefined)) plain.production = true;
    const region = values && settingsOf(values)('region');
    if (region) plain.region = plainName(region);
    const ending = endings.of(name, step);
    if (ending.failure) plain.failure = ending.failure;
    else {
      plain.needsCode = ending.needsCode;
      if (ending.root !== name) plain.source = ending.root;
      if (ending.ssoSession !== undefined) plain.ssoSession = ending.ssoSession;
    }
    const importedName = values && readMarker(values)?.accountName;
    return { plain, importedAccountName: importedName === undefined ? undefined : plainName(importedName) };
  });
}

// A profile with one of these leads somewhere, or was meant to.
const leading: ReadonlySet<string> = new Set([
  'role_arn',
  'source_profile',
  'credential_source',
  'web_identity_token_file',
  'credential_process',
  'login_session',
  'aws_access_key_id',
  'aws_secret_access_key',
  'sso_account_id',
  'sso_role_name',
]);

function leadsSomewhere(values: SectionValues): boolean {
  for (const key in values) {
    const value = values[key];
    if (typeof value !== 'string' || value === '') continue;
    if (leading.has(key.startsWith(parkedPrefix) ? key.slice(parkedPrefix.length) : key)) return true;
  }
  return false;
}

function leadsTo(
  step: Result<Step>,
  name: string,
  values: SectionValues | undefined,
  index: AccessKeyIndex,
): Pick<ProfileRow, 'kind' | 'accountId' | 'roleName' | 'roleArn'> {
  const hop = step.ok ? step.value.hop : undefined;
  const roleArn =
    hop && 'roleArn' in hop ? hop.roleArn : values && !step.ok ? settingsOf(values)('role_arn') : undefined;
  if (roleArn) {
    const role = parseRoleArn(roleArn);
    return {
      kind: hop?.kind === 'web-identity' ? 'web-identity' : 'role',
      roleArn,
      ...(role ? { accountId: role.accountId, roleName: plainName(role.roleName) } : {}),
    };
  }
  if (hop?.kind === 'identity-center')
    return { kind: 'identity-center', accountId: hop.ssoAccountId, roleName: plainName(hop.ssoRoleName) };
  if (hop?.kind !== 'access-key') return { kind: 'other' };
  const user = Object.hasOwn(index, name) ? parseArn(index[name]?.userArn ?? '') : undefined;
  return { kind: 'user', ...(user?.accountId ? { accountId: user.accountId } : {}) };
}
