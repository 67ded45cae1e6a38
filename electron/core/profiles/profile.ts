import { parseArn, parseRoleArn } from '../arn.ts';
import type { AwsFilesContent, SectionValues } from '../aws-files.ts';
import type { ProfileRow } from '../contract.ts';
import type { Failure } from '../failure.ts';
import { inOrder } from '../list/in-order.ts';
import { folderOf } from '../looks/labels.ts';
import { colourOf, isProduction } from '../looks/look.ts';
import { plainName } from '../plain-name.ts';
import { rankOf } from '../recent-uses.ts';
import type { Result } from '../result.ts';
import type { Settings } from '../settings.ts';
import { readMarker } from '../sso/organisation/marker.ts';
import { ssoSessionOf } from '../sso/sso-session.ts';
import { chainFailures as broken } from './profile-failures.ts';
import { ownProcessOf, parkedPrefix, settingsOf } from './profile-settings.ts';
import { type AccessKeyIndex, type Step, stepOf } from './profile-step.ts';

/** `[default]` asks Rolecall for the active profile's credentials. */
export function isDefaultHandedOver(content: AwsFilesContent): boolean {
  const own = ownProcessOf(content.profiles.get('default'));
  return own !== undefined && own.profile === undefined;
}

/** Profiles whose long-term key stands in clear in the files, sorted; temporary credentials end by themselves. */
export function keysInClear(content: AwsFilesContent): string[] {
  const names: string[] = [];
  for (const [name, values] of content.profiles) {
    const id = values.aws_access_key_id;
    if (typeof id !== 'string' || id.startsWith('ASIA') || values.aws_session_token !== undefined) continue;
    if (typeof values.aws_secret_access_key === 'string') names.push(name);
  }
  return names.sort();
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

/** Where a chain ends, seen from a profile on its way. */
type Ending =
  | { readonly failure: Failure }
  | { readonly failure?: undefined; readonly root: string; readonly needsCode: boolean; readonly ssoSession?: string };

/** What the files say of a profile. */
interface ProfileFacts {
  /** The row as it is while the person has chosen nothing for it. */
  readonly plain: ProfileRow;
  /** What its account was called in the organisation that the profile was imported from. */
  readonly importedAccountName: string | undefined;
}

/**
 * All profiles that lead to a role or a user, in the order of the list; broken
 * ones with their failure. Time is linear in the number of profiles: the ends of
 * shared and long chains are looked up once.
 */
function profileFacts(content: AwsFilesContent, index: AccessKeyIndex): ProfileFacts[] {
  const endings = createEndings(content, index);
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

export const profileRows = (content: AwsFilesContent, settings: Settings): ProfileRow[] =>
  createProfileRows()(content, settings);

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

function endOfSource(step: Extract<Step, { kind: 'source' }>): Ending {
  const { hop } = step;
  const ssoSession = hop.kind === 'identity-center' ? { ssoSession: ssoSessionOf(hop).name } : {};
  return { root: hop.profile, needsCode: hop.kind === 'access-key' && hop.mfaSerial !== undefined, ...ssoSession };
}

function createEndings(content: AwsFilesContent, index: AccessKeyIndex) {
  const asSource = new Map<string, Ending>();

  /** The end of the chain behind `name`, which `namedBy` takes its credentials from. */
  function behind(name: string, namedBy: string): Ending {
    const way: { name: string; needsCode: boolean }[] = [];
    const onWay = new Set<string>();
    let ending: Ending | undefined;
    for (let current = name, by = namedBy; !ending; ) {
      ending = asSource.get(current);
      if (ending) break;
      if (onWay.has(current)) {
        const circle = [...onWay];
        ending = { failure: broken.cycle(by, [...circle.slice(circle.indexOf(current)), current]) };
        break;
      }
      const step = stepOf(current, content, index, true);
      if (!step.ok) {
        // Not remembered under the missing name: each profile that names it has its own remedy.
        ending = {
          failure: step.failure.kind === 'profile-not-found' ? broken.sourceNotFound(by, current) : step.failure,
        };
        if (step.failure.kind !== 'profile-not-found') asSource.set(current, ending);
        break;
      }
      onWay.add(current);
      way.push({ name: current, needsCode: step.value.kind === 'role' && step.value.hop.mfaSerial !== undefined });
      if (step.value.kind === 'source') ending = endOfSource(step.value);
      else if ('kind' in step.value.from) ending = endOfSource({ kind: 'source', hop: step.value.from });
      else {
        by = current;
        current = step.value.from.profile;
      }
    }
    for (const stop of way.reverse()) {
      if (!ending.failure) ending = { ...ending, needsCode: ending.needsCode || stop.needsCode };
      asSource.set(stop.name, ending);
    }
    return ending;
  }

  return {
    of(name: string, step: Result<Step>): Ending {
      if (!step.ok) return { failure: step.failure };
      if (step.value.kind === 'source') return endOfSource(step.value);
      const { hop, from } = step.value;
      const ending = 'kind' in from ? endOfSource({ kind: 'source', hop: from }) : behind(from.profile, name);
      if (ending.failure) return ending;
      return { ...ending, needsCode: ending.needsCode || hop.mfaSerial !== undefined };
    },
  };
}
