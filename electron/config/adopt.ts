import { failure } from '../core/failure.ts';
import { parkedPrefix, readOwnProcess } from '../core/profiles/profile-settings.ts';
import { failed, ok, type Result } from '../core/result.ts';
import { shellWord } from '../core/shell-word.ts';
import { type ByteText, decodeText } from './bytes.ts';
import { insertKeys, insertSection } from './edit.ts';
import { ambiguous, findEntry, findSection, type Target } from './edit-find.ts';
import { applySplices, removeLines, type Splice } from './edit-lines.ts';
import { sectionNameProblem, valueProblem } from './edit-values.ts';
import type { Entry, Section } from './parse-syntax.ts';

/**
 * Adopt and release, for a named profile and for `[default]`. All that is needed
 * to take it back stands in the user's file: keys that would lead an SDK past
 * `credential_process` get the prefix `rolecall_` in place, and what was added is
 * known by its key. So release restores the bytes, whatever others changed beside it.
 */
const parkedKeys: ReadonlySet<string> = new Set([
  'role_arn',
  'source_profile',
  'credential_source',
  'web_identity_token_file',
  'login_session',
  'credential_process',
  'sso_session',
  'sso_start_url',
  'sso_region',
  'sso_account_id',
  'sso_role_name',
]);

/** Notes what else was added: the whole section, or the region. */
const addedKey = `${parkedPrefix}added`;
const staticKeys = ['aws_access_key_id', 'aws_secret_access_key', 'aws_session_token'];

const configProfile = (name: string): Target => ({ file: 'config', kind: 'profile', name });

/** `credentials` is the other file's text: what stands there wins over the config file, so it must not hold credentials. */
export function adoptProfile(text: ByteText, credentials: ByteText, name: string, process: string): Result<ByteText> {
  const bad = sectionNameProblem('profile', name, 'config') ?? valueProblem(process);
  if (bad) return failed(bad);
  const found = findSection(text, configProfile(name));
  if (!found.ok) return found;
  const other = findSection(credentials, { file: 'credentials', kind: 'profile', name });
  if (!other.ok) return other;
  const inTheWay =
    blocking(other.value, name, 'credentials', [...staticKeys, ...parkedKeys]) ??
    blocking(found.value, name, 'config', staticKeys);
  if (inTheWay) return failed(inTheWay);
  const section = found.value;
  if (!section)
    return ok(
      applySplices(text, [
        insertSection(text, configProfile(name), [`${addedKey} = section`, `credential_process = ${process}`], true),
      ]),
    );

  const own = ownEntry(section);
  if (own && decodeText(own.value) === process) return ok(text);
  const splices: Splice[] = [];
  for (const entry of section.entries) {
    if (!parkedKeys.has(entry.key) || entry === own) continue;
    const twin = section.entries.find(
      (one) => one !== entry && (one.key === entry.key || one.key === parkedPrefix + entry.key),
    );
    if (twin)
      return failed(
        ambiguous(
          `“${entry.key}”`,
          [twin.line, entry.line].sort((a, b) => a - b),
        ),
      );
    splices.push({ start: entry.keyStart, end: entry.keyStart, text: parkedPrefix });
  }
  if (own) splices.push(removeLines(text, own.start, own.end));
  const parked = applySplices(text, splices);
  // A launcher that moved: the old line goes, and the new one is written as the first time.
  const again = findSection(parked, configProfile(name));
  if (!again.ok || !again.value) return again.ok ? ok(parked) : again;
  return ok(applySplices(parked, [insertKeys(parked, again.value, [['credential_process', process]], true)]));
}

function ownEntry(section: Section): Entry | undefined {
  return section.entries.find(
    (entry) => entry.key === 'credential_process' && readOwnProcess(decodeText(entry.value)) !== undefined,
  );
}

function blocking(section: Section | undefined, name: string, file: string, keys: readonly string[]) {
  const found = section?.entries.filter((entry) => keys.includes(entry.key)) ?? [];
  if (found.length === 0) return undefined;
  const lines = found.map((entry) => entry.line).join(', ');
  if (found.some((entry) => staticKeys.includes(entry.key)))
    return failure(
      'chain-contradiction',
      `“${name}” has an access key in clear in the ${file} file (lines ${lines}), and AWS’s tools would use that before they ask Rolecall.`,
      `Take the key into the keychain first: rolecall keys take ${shellWord(name)}`,
      { profile: name },
    );
  return failure(
    'chain-contradiction',
    `“${name}” says in the ${file} file where its credentials come from (lines ${lines}), and that file wins over the config file.`,
    'Move those lines to the config file, then try again.',
    { profile: name },
  );
}

/** Takes everything back that adopting and following the region wrote. */
export function releaseProfile(text: ByteText, name: string): Result<ByteText> {
  const found = findSection(text, configProfile(name));
  if (!found.ok) return found;
  const section = found.value;
  const own = section && ownEntry(section);
  if (!section || !own) return ok(text);
  const region = restoreRegion(text, name);
  if (!region.ok) return region;
  if (region.value !== text) return releaseProfile(region.value, name);
  const added = findEntry(section, addedKey);
  if (!added.ok) return added;
  const others = section.entries.filter((entry) => entry !== own && entry !== added.value);
  // Our own section goes as a whole, unless someone put something into it.
  if (added.value && notes(added.value).includes('section') && others.length === 0) {
    const end = Math.max(own.end, added.value.end);
    return ok(applySplices(text, [removeLines(text, section.start, end)]));
  }
  const splices = [removeLines(text, own.start, own.end)];
  if (added.value) splices.push(removeLines(text, added.value.start, added.value.end));
  for (const entry of others) {
    const key = entry.key.slice(parkedPrefix.length);
    if (!entry.key.startsWith(parkedPrefix) || !parkedKeys.has(key)) continue;
    const twin = others.find((one) => one !== entry && (one.key === key || one.key === entry.key));
    if (twin)
      return failed(
        ambiguous(
          `“${key}”`,
          [entry.line, twin.line].sort((a, b) => a - b),
        ),
      );
    splices.push({ start: entry.keyStart, end: entry.keyStart + parkedPrefix.length, text: '' });
  }
  return ok(applySplices(text, withoutOverlap(splices)));
}

/** Two of our lines at the end of a file without a final line break: the first one's removal already reaches there. */
function withoutOverlap(splices: readonly Splice[]): Splice[] {
  const sorted = [...splices].sort((a, b) => a.start - b.start);
  return sorted.map((splice, i) => {
    const next = sorted[i + 1];
    return next && next.start < splice.end
      ? { ...splice, start: splice.start - (splice.end - next.start), end: next.start }
      : splice;
  });
}

function notes(entry: Entry): string[] {
  return decodeText(entry.value).split(' ');
}

/** Lets the region of `[default]` follow the active profile; `null` puts the user's own back. */
export function setDefaultRegion(text: ByteText, region: string | null): Result<ByteText> {
  const found = findSection(text, configProfile('default'));
  if (!found.ok) return found;
  const own = found.value && ownEntry(found.value);
  if (!found.value || !own)
    return failed(
      failure(
        'bad-input',
        '[default] is not handed over to Rolecall.',
        'Hand it over first: rolecall config default on',
        {
          profile: 'default',
        },
      ),
    );
  const restored = restoreRegion(text, 'default');
  if (!restored.ok || region === null) return restored;
  if (!/^[a-z0-9-]{1,64}$/.test(region))
    return failed(failure('bad-input', 'That is not the name of a region.', 'Use one such as eu-central-1.'));
  const base = restored.value;
  const section = findSection(base, configProfile('default'));
  if (!section.ok || !section.value) return section.ok ? ok(base) : section;
  const entry = findEntry(section.value, 'region');
  if (!entry.ok) return entry;
  if (entry.value && decodeText(entry.value.value) === region) return ok(base);
  const parked: Splice[] = entry.value
    ? [{ start: entry.value.keyStart, end: entry.value.keyStart, text: parkedPrefix }]
    : [];
  const pairs: [string, string][] = [['region', region]];
  if (!entry.value) pairs.unshift([`${addedKey}_region`, 'yes']);
  return ok(applySplices(base, [...parked, insertKeys(base, section.value, pairs, true)]));
}

function restoreRegion(text: ByteText, name: string): Result<ByteText> {
  const found = findSection(text, configProfile(name));
  if (!found.ok || !found.value) return found.ok ? ok(text) : found;
  const region = findEntry(found.value, 'region');
  const parked = findEntry(found.value, `${parkedPrefix}region`);
  const added = findEntry(found.value, `${addedKey}_region`);
  if (!parked.ok) return parked;
  if (!added.ok) return added;
  if (!parked.value && !added.value) return ok(text);
  if (!region.ok) return region;
  const splices: Splice[] = [];
  if (region.value) splices.push(removeLines(text, region.value.start, region.value.end));
  if (added.value) splices.push(removeLines(text, added.value.start, added.value.end));
  if (parked.value)
    splices.push({ start: parked.value.keyStart, end: parked.value.keyStart + parkedPrefix.length, text: '' });
  return ok(applySplices(text, withoutOverlap(splices)));
}
