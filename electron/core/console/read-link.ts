import { parseRoleArn } from '../arn.ts';
import { failure } from '../failure.ts';
import { readSwitchRoleLink } from '../import/switch-role-link.ts';
import { type LinkParts, linkParts, queryOf } from '../link-parts.ts';
import type { AwsSite, Partitions } from '../ports.ts';
import { failed, ok, type Result } from '../result.ts';
import type { ConsolePage } from './console-page.ts';
import { serviceAt } from './start-pages.ts';

/** Longer addresses are none that a console makes. */
const LONGEST_LINK = 8192;

/**
 * The page that a link of a console, of a sign-in page or of an access portal leads to. Nothing of the link is opened:
 * host and sign-in are made anew, and only the page is taken over. Fails with `bad-input`.
 */
export function pageOfLink(text: string, partitions: Partitions): Result<ConsolePage> {
  const parts = text.length <= LONGEST_LINK ? linkParts(text) : undefined;
  const site = parts && partitions.ofHost(parts.host);
  if (!parts || !site) return noLink();
  if (site.kind === 'console') return pageOfConsole(parts, site, partitions);
  return site.kind === 'sign-in' ? pageOfSignIn(text, parts, site, partitions) : pageOfPortal(parts, site, partitions);
}

function pageOfConsole({ path, query, rest }: LinkParts, site: AwsSite, partitions: Partitions): Result<ConsolePage> {
  // Two slashes would begin the name of another host.
  if (rest.startsWith('//')) return noLink();
  const asked = query.get('region') ?? '';
  const region = partitions.ofRegion(asked)?.id === site.partition.id ? asked : site.region;
  const home = path === '/' || path === '/console' || path === '/console/home';
  const service = serviceAt(path);
  return ok({
    partition: site.partition.id,
    ...(site.accountId !== undefined && { accountId: site.accountId }),
    ...(region !== undefined && { region }),
    ...(!home && { page: rest }),
    what: home ? 'the console' : service === undefined ? 'the page of the link' : `the page of ${service}`,
  });
}

/** For switching roles, for an account, or on the way to a page that it names. */
function pageOfSignIn(text: string, parts: LinkParts, site: AwsSite, partitions: Partitions): Result<ConsolePage> {
  if (/^\/switchrole\/?$/.test(parts.path)) return pageOfSwitchRole(text, partitions);
  const onward = parts.query.get('redirect_uri') ?? parts.query.get('Destination');
  if (onward !== undefined) return pageOfDestination(onward, site, partitions);
  if (site.accountId === undefined) return noLink();
  return ok({ partition: site.partition.id, accountId: site.accountId, what: 'the console' });
}

function pageOfSwitchRole(text: string, partitions: Partitions): Result<ConsolePage> {
  const ofHost = (host: string) => partitions.ofHost(host)?.partition.id;
  const read = readSwitchRoleLink(text, { ofHost, ofRegion: (region) => partitions.ofRegion(region)?.id });
  if (!read.ok) return read;
  const role = parseRoleArn(read.value.values.role_arn ?? '');
  return role ? ok({ ...role, roleOnly: true, what: 'the console' }) : noLink();
}

/** @see https://docs.aws.amazon.com/singlesignon/latest/userguide/createshortcutlink.html */
function pageOfPortal({ fragment }: LinkParts, site: AwsSite, partitions: Partitions): Result<ConsolePage> {
  const query = /^\/console\/?\?(.*)$/s.exec(fragment)?.[1];
  const fields = queryOf(query ?? '');
  const accountId = fields.get('account_id') ?? '';
  const roleName = fields.get('role_name') ?? '';
  if (!/^\d{12}$/.test(accountId))
    return wrong(
      'The link leads to the access portal, not to the console of an account.',
      'Copy the link of a role in the portal: it ends with account_id=… and role_name=….',
    );
  const destination = fields.get('destination');
  const page =
    destination === undefined
      ? ok({ partition: site.partition.id, what: 'the console' })
      : pageOfDestination(destination, site, partitions);
  return page.ok ? ok({ ...page.value, accountId, ...(roleName !== '' && { roleName }) }) : page;
}

/** A link within a link leads to the console of the same partition, or nowhere. */
function pageOfDestination(text: string, { partition }: AwsSite, partitions: Partitions): Result<ConsolePage> {
  const parts = linkParts(text);
  const site = parts && partitions.ofHost(parts.host);
  if (!parts || site?.kind !== 'console' || site.partition.id !== partition.id) return noLink();
  return pageOfConsole(parts, site, partitions);
}

function noLink() {
  return wrong(
    'That is not a link of an AWS console.',
    'Paste an ARN, or the address of a page of the console, of an access portal or for switching roles.',
  );
}

function wrong(message: string, remedy: string) {
  return failed(failure('bad-input', message, remedy));
}
