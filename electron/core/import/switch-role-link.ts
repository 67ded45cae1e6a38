import { failure } from '../failure.ts';
import { linkParts } from '../link-parts.ts';
import { failed, ok, type Result } from '../result.ts';
import { type ImportedSection, type ImportPartitions, iamRoleArn, readableName, valuesOf } from './imported.ts';

/**
 * Reads the link that AWS's console makes for switching roles
 * (`…/switchrole?account=&roleName=path/name&displayName=`), on the sign-in host
 * of any partition. Fails with `bad-input`, naming the part that is wrong.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-console.html
 */
export function readSwitchRoleLink(link: string, partitions: ImportPartitions): Result<ImportedSection> {
  const parts = linkParts(link);
  const partition = parts && partitions.ofHost(parts.host);
  if (!parts || !partition || !/^\/switchrole\/?$/.test(parts.path))
    return wrong(
      'That is not a link for switching roles in an AWS console.',
      'It looks like https://SIGN-IN-HOST/switchrole?account=…&roleName=…; copy it from the role’s page in IAM.',
    );
  const account = parts.query.get('account')?.trim() ?? '';
  const role = parts.query.get('roleName')?.trim() ?? '';
  if (account === '' || role === '')
    return wrong(
      `The link names no ${account === '' ? 'account' : 'roleName'}.`,
      'Copy it again, with all of its end.',
    );
  if (!/^\d{12}$/.test(account))
    return wrong(
      'The link names the account by its alias, which only AWS can turn into a number.',
      'Put the 12 digits of the account in its place (account=…), then try again.',
    );
  if (!/^\/?(?:[\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/.test(role))
    return wrong('The roleName of the link is not the name of a role.', 'Copy the link again, with all of its end.');
  const name =
    readableName(parts.query.get('displayName') ?? '') || readableName(`${account}-${role.split('/').at(-1)}`);
  return ok({
    kind: 'profile',
    name,
    values: valuesOf({ role_arn: iamRoleArn(partition, account, role) }),
    needsSource: true,
  });
}

/** The links in a text, for example a page of bookmarks. */
export function switchRoleLinksIn(text: string): string[] {
  return [...new Set(text.match(/https:\/\/[a-z0-9.-]+\/switchrole\/?\?[^\s"'<>]+/gi) ?? [])];
}

function wrong(message: string, remedy: string) {
  return failed(failure('bad-input', message, remedy));
}
