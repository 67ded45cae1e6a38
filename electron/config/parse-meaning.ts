import { isUtf8 } from 'node:buffer';
import type { FileProblem } from '../core/aws-files.ts';
import { plainName } from '../core/plain-name.ts';
import { type ByteText, byteOrderMark, byteText, decodeText } from './bytes.ts';
import { isNested, nestedPairs, readSections, type Section } from './parse-syntax.ts';
import { type FileKind, readSectionName, type SectionName } from './section-name.ts';

/** A section's values while they are gathered: null prototype, since a key may be `__proto__`. */
export type OpenValues = Record<string, string | Record<string, string>>;

export interface FileMeaning {
  readonly profiles: Map<string, OpenValues>;
  readonly ssoSessions: Map<string, OpenValues>;
  readonly services: Map<string, OpenValues>;
  readonly problems: FileProblem[];
}

const keyName = /^[a-z0-9_\-/.%@:+]+$/;
// Ten thousand profiles have the same ten keys.
const knownKeys = new Set<string>();

function isKeyName(key: string): boolean {
  if (!keyName.test(key)) return false;
  if (knownKeys.size < 500) knownKeys.add(key);
  return true;
}

const sectionsOfOthers = new Set(['plugins', 'preview', 'DEFAULT']);
const profileKeys = /^(region|output|role_arn|source_profile|credential_|sso_|aws_|mfa_serial|login_session)/;

function readValue(value: ByteText): string | Record<string, string> {
  if (!isNested(value)) return decodeText(value);
  const block: Record<string, string> = Object.create(null);
  for (const [name, text] of nestedPairs(value)) block[decodeText(name)] = decodeText(text);
  return block;
}

/** Means one file as the SDKs do; `path` is for its problems. */
export function parseFile(bytes: Uint8Array, file: FileKind, path: string): FileMeaning {
  const text = byteText(bytes);
  const meaning = meaningOf(text, file, path);
  if (text.startsWith(byteOrderMark))
    meaning.problems.push({
      file: path,
      line: 1,
      message: 'The file begins with a byte order mark, and AWS CLI and boto3 refuse such a file',
      remedy: 'Save it as UTF-8 without a byte order mark.',
    });
  if (!isUtf8(bytes))
    meaning.problems.push({
      file: path,
      line: firstBadLine(text),
      message: 'This line is not UTF-8, and AWS CLI and boto3 refuse such a file',
      remedy: 'Save the file as UTF-8.',
    });
  // They name what stands in the file.
  const problems = meaning.problems.map((problem) => ({
    ...problem,
    message: plainName(problem.message),
    remedy: plainName(problem.remedy),
  }));
  return { ...meaning, problems: problems.sort((a, b) => a.line - b.line) };
}

function firstBadLine(text: ByteText): number {
  return text.split('\n').findIndex((line) => !isUtf8(Buffer.from(line, 'latin1'))) + 1;
}

function ignoredProblem(section: Section, name: SectionName & { kind: 'ignored' }, path: string) {
  const header = section.header ?? '';
  const problem = (message: string, remedy: string): FileProblem => ({
    file: path,
    line: section.line,
    message,
    remedy,
  });
  switch (name.why) {
    case 'no-prefix':
      // Other tools keep sections of their own here; one that looks like a profile is a mistake.
      if (sectionsOfOthers.has(header) || !section.entries.some((entry) => profileKeys.test(entry.key)))
        return undefined;
      return problem(
        `[${header}] is not a profile: in the config file a profile's header begins with “profile”`,
        `Write it as [profile ${header}].`,
      );
    case 'prefix':
      return problem(
        `[${header}] is not a profile: in the credentials file a profile's header is its bare name`,
        `Write it as [${header.slice('profile'.length).trim()}].`,
      );
    case 'invalid-name':
      return problem(
        `[${header}] has a name that AWS SDKs do not read, so they ignore it`,
        'Use letters, digits and - _ / . % @ : + in its name.',
      );
    case 'unseen':
      return problem(
        `[${header}] has characters in its name that cannot be seen, or turn round what stands beside them, so Rolecall does not read it`,
        'Type the name anew.',
      );
    case 'unknown':
      return problem(
        `[${header}] is a kind of section that AWS SDKs do not know, so they ignore it`,
        'Check the spelling: “profile”, “sso-session” and “services” are known.',
      );
  }
}

/** Sections → profiles, sign-in sessions and services, with the problems on the way. */
function meaningOf(text: ByteText, file: FileKind, path: string): FileMeaning {
  const problems: FileProblem[] = [];
  const meaning: FileMeaning = { profiles: new Map(), ssoSessions: new Map(), services: new Map(), problems };
  const maps = { profile: meaning.profiles, 'sso-session': meaning.ssoSessions, services: meaning.services };
  const headers = new Map<string, number>();
  let plainDefault: number | undefined;
  let prefixedDefault: number | undefined;

  function add(section: Section): void {
    if (section.header === undefined) return;
    const firstLine = headers.get(section.header);
    if (firstLine === undefined) headers.set(section.header, section.line);
    else
      problems.push({
        file: path,
        line: section.line,
        message: `[${section.header}] was already there in line ${firstLine}, and AWS CLI and boto3 refuse a file with a section twice`,
        remedy: 'Merge the two sections into one.',
      });
    const name = readSectionName(section.header, file);
    if (name.kind === 'ignored') {
      const problem = ignoredProblem(section, name, path);
      if (problem) problems.push(problem);
      return;
    }
    if (section.header === '__proto__' || section.header === 'profile __proto__')
      problems.push({
        file: path,
        line: section.line,
        message: `The AWS SDK for JavaScript refuses a whole file with a section [${section.header}]`,
        remedy: 'Give the profile another name.',
      });
    const map = maps[name.kind];
    // `[profile default]` replaces `[default]`, wherever it stands.
    if (name.kind === 'profile' && name.name === 'default' && file === 'config') {
      if (name.prefixed) {
        if (prefixedDefault === undefined) map.delete('default');
        prefixedDefault ??= section.line;
      } else plainDefault ??= section.line;
      if (!name.prefixed && prefixedDefault !== undefined) return;
    }
    let values = map.get(name.name);
    if (!values) {
      values = Object.create(null) as OpenValues;
      map.set(name.name, values);
    }
    readEntries(section, values, path, problems);
  }

  const syntaxProblems = readSections(text, add);
  for (const problem of syntaxProblems) problems.push({ file: path, ...problem });
  if (plainDefault !== undefined && prefixedDefault !== undefined)
    problems.push({
      file: path,
      line: plainDefault,
      message: `[default] is ignored because [profile default] stands in line ${prefixedDefault}; AWS CLI takes whichever comes last`,
      remedy: 'Keep one of the two.',
    });
  return meaning;
}

/** AWS's own names that people write with a ":", which only botocore takes for a "=". */
const toldNames =
  /^(aws_access_key_id|aws_secret_access_key|aws_session_token|role_arn|source_profile|mfa_serial|region)\b/;

/** What stands before the first "=" may hold a token, after such a ":"; so no more than one of these names is told. */
function toldName(key: string): string {
  const name = toldNames.exec(decodeText(key))?.[1];
  return name === undefined ? 'What stands before the “=”' : `“${name}” with what follows it`;
}

function readEntries(section: Section, values: OpenValues, path: string, problems: FileProblem[]): void {
  const entries = section.entries;
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i];
    if (!entry) continue;
    const { key } = entry;
    if (!knownKeys.has(key) && !isKeyName(key)) {
      problems.push({
        file: path,
        line: entry.line,
        message: `${toldName(key)} is not a name AWS SDKs read, so they ignore the line`,
        remedy: 'Use letters, digits, - and _ in the name.',
      });
      continue;
    }
    if (values[key] !== undefined) {
      const twin = entries.find((other, at) => at < i && other.key === key);
      if (twin)
        problems.push({
          file: path,
          line: entry.line,
          message: `“${key}” was already set in line ${twin.line}, and AWS CLI and boto3 refuse a file with a key twice`,
          remedy: 'Keep one of the two lines.',
        });
    }
    values[key] = readValue(entry.value);
  }
}
