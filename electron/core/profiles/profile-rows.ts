import type { AwsFilesContent } from '../aws-files.ts';
import type { ProfileRow } from '../contract.ts';
import { folderOf } from '../looks/labels.ts';
import { colourOf, isProduction } from '../looks/look.ts';
import { rankOf } from '../recent-uses.ts';
import type { Settings } from '../settings.ts';
import { type ProfileFacts, profileFacts } from './profile-facts.ts';
import type { AccessKeyIndex } from './profile-step.ts';

/**
 * The rows of the list. What the files say is worked out once for a reading of
 * them, and a row that nothing changed for is the same object as before: a use
 * or a pin costs a look at each of thousands of rows, not a new one.
 */
export function createProfileRows() {
  let read: { readonly content: AwsFilesContent; readonly index: AccessKeyIndex } | undefined;
  let facts: readonly ProfileFacts[] = [];
  let rows: readonly ProfileRow[] = [];

  return (content: AwsFilesContent, settings: Settings): ProfileRow[] => {
    const known = read?.content === content && read.index === settings.accessKeys;
    if (!known) {
      read = { content, index: settings.accessKeys };
      facts = profileFacts(content, settings.accessKeys);
    }
    const before = known ? rows : [];
    const chosen = choicesIn(settings);
    const now = facts.map((each, at) => dressed(each, chosen, before[at]));
    rows = now;
    return now;
  };
}

/** What the person chose, and what they used, by profile. */
function choicesIn({ pins, careful, recents, accounts, labels }: Settings) {
  const uses = new Map([...recents].reverse().map((use) => [use.profile, use]));
  return { pins: new Set(pins), careful: new Set(careful), uses, accounts, labels };
}

function dressed(
  { plain, importedAccountName }: ProfileFacts,
  { pins, careful, uses, accounts, labels }: ReturnType<typeof choicesIn>,
  before: ProfileRow = plain,
): ProfileRow {
  const { name, accountId } = plain;
  const look = accountId === undefined ? undefined : accounts[accountId];
  // Where the person has no name for it: as it was called in the organisation that the profile was imported from.
  const accountName = look?.name ?? importedAccountName;
  const own = Object.hasOwn(labels, name) ? labels[name] : undefined;
  const folder = folderOf(name, own);
  const use = uses.get(name);
  const isPinned = pins.has(name);
  const isCareful = careful.has(name);
  if (
    before.pinned === isPinned &&
    before.careful === isCareful &&
    before.accountName === accountName &&
    before.accountColour === look?.colour &&
    before.folder === folder &&
    before.tags === own?.tags &&
    before.lastUsedAt === use?.usedAt &&
    before.lastSwitchedAt === use?.switchedAt &&
    before.rankAt === (use && rankOf(use))
  )
    return before;
  const row: ProfileRow = { ...plain, pinned: isPinned, careful: isCareful };
  if (accountName !== undefined) row.accountName = accountName;
  if (look?.colour !== undefined) row.accountColour = look.colour;
  const colour = colourOf(name, { ...look, name: accountName });
  if (colour) row.colour = colour;
  else delete row.colour;
  if (folder !== undefined) row.folder = folder;
  if (own?.tags) row.tags = own.tags;
  if (look?.colour !== 'none' && isProduction(name, accountName)) row.production = true;
  else delete row.production;
  if (use) {
    row.lastUsedAt = use.usedAt;
    row.rankAt = rankOf(use);
    if (use.switchedAt !== undefined) row.lastSwitchedAt = use.switchedAt;
  }
  return row;
}
