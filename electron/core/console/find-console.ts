import type { CatalogStore } from '../catalog.ts';
import type { FoundConsole } from '../contract.ts';
import { failure } from '../failure.ts';
import { plainName } from '../plain-name.ts';
import type { ConsoleDestination, Partitions } from '../ports.ts';
import { failed, ok, type Result } from '../result.ts';
import type { SessionStates } from '../sessions/session-states.ts';
import { type ConsolePage, pageOfArn } from './console-page.ts';
import { profilesThatReach } from './reach.ts';
import { pageOfLink } from './read-link.ts';

/** Whether a text is an ARN or a link rather than words. */
export function namesDestination(text: string): boolean {
  return /^[\s"'`<]*(arn:|https?:\/\/)/i.test(text);
}

/** From what somebody typed or pasted to a page of the console, and to the profiles that reach it. */
export function createFindConsole(parts: {
  readonly catalog: CatalogStore;
  readonly states: Pick<SessionStates, 'view'>;
  readonly partitions: Partitions;
}) {
  const { catalog, states, partitions } = parts;

  /** Quotes and angle brackets come along when people copy. */
  function read(text: string): Result<ConsolePage> {
    const bare = text.replaceAll(/^[\s"'`<]+|[\s"'`>]+$/g, '');
    return bare.startsWith('arn:') ? pageOfArn(bare, partitions) : pageOfLink(bare, partitions);
  }

  const reaching = (page: ConsolePage) =>
    profilesThatReach(page, {
      rows: catalog.view().rows,
      sessions: states.view(),
      content: catalog.content(),
      partitions,
    });

  return {
    /** Fails with `bad-input`, or with `profile-not-found` when none reaches it. */
    find(text: string): Result<FoundConsole> {
      const page = read(text);
      if (!page.ok) return page;
      const { what, accountId, region } = page.value;
      const profiles = reaching(page.value);
      if (profiles.length === 0) return failed(unreached(page.value, nameOf(accountId)));
      return ok({
        what,
        profiles,
        ...(accountId !== undefined && { accountId }),
        ...(region !== undefined && { region }),
      });
    },

    /** Where to go as this profile. Fails with `bad-input`, also when the page is another account's. */
    destination(text: string, profile: string): Result<ConsoleDestination> {
      const page = read(text);
      if (!page.ok) return page;
      const row = catalog.row(profile);
      if (!row.ok) return row;
      if (row.value.failure) return failed(row.value.failure);
      // What comes from a command or from the machine has no account that the files tell; who names it knows.
      const telling = row.value.accountId !== undefined || page.value.accountId === undefined;
      if (telling && !reaching(page.value).includes(profile)) return failed(elsewhere(profile, page.value));
      return ok({ region: page.value.region, page: page.value.page });
    },
  };

  function nameOf(accountId: string | undefined): string | undefined {
    return catalog.view().rows.find((row) => accountId !== undefined && row.accountId === accountId)?.accountName;
  }
}

export type FindConsole = ReturnType<typeof createFindConsole>;

function unreached(page: ConsolePage, accountName: string | undefined) {
  const { accountId, roleName, roleOnly, partition } = page;
  const account = `account ${accountId}${accountName === undefined ? '' : ` (${plainName(accountName)})`}`;
  if (accountId === undefined)
    return failure(
      'profile-not-found',
      `No profile leads to the partition ${partition}${whereIs(page)}.`,
      'Add a profile of that partition to the AWS config file.',
    );
  if (roleOnly)
    return failure(
      'profile-not-found',
      `No profile leads to the role ${plainName(roleName ?? '')} in ${account}.`,
      'Make one of the link: rolecall import LINK',
    );
  return failure(
    'profile-not-found',
    `No profile reaches ${account}${whereIs(page)}.`,
    'Add a profile with a role of that account, or import the organisation: rolecall sso import',
  );
}

function elsewhere(profile: string, page: ConsolePage) {
  const { accountId, roleName, roleOnly, partition } = page;
  const place = accountId === undefined ? `the partition ${partition}` : `account ${accountId}`;
  const where = roleOnly ? `the role ${plainName(roleName ?? '')} in ${place}` : place;
  return failure(
    'bad-input',
    `"${plainName(profile)}" does not lead to ${where}${whereIs(page)}.`,
    'Name no profile, and one that does is chosen.',
    { profile },
  );
}

/** The console's home is everywhere. */
function whereIs({ page, what }: ConsolePage): string {
  return page === undefined ? '' : `, where ${what} is`;
}
