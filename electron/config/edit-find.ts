import { type Failure, failure } from '../core/failure.ts';
import { failed, ok, type Result } from '../core/result.ts';
import type { ByteText } from './bytes.ts';
import { type Entry, readSections, type Section } from './parse-syntax.ts';
import { type FileKind, readSectionName, type SectionKind } from './section-name.ts';

/** The section an edit is about. */
export interface Target {
  readonly file: FileKind;
  readonly kind: SectionKind;
  readonly name: string;
}

export function ambiguous(what: string, lines: readonly number[]): Failure {
  return failure(
    'file-ambiguous',
    `${what} stands in lines ${lines.join(' and ')}, so Rolecall cannot know which one counts.`,
    'Keep one of them, then try again.',
  );
}

/** Why nothing in this file can be edited: nobody can say which lines it has. */
export function unclearLines(text: ByteText): Failure | undefined {
  if (!/\r(?!\n)/.test(text)) return undefined;
  return failure(
    'file-ambiguous',
    'The file has carriage returns inside its lines, and AWS’s tools do not agree where those lines end.',
    'Save it with the usual line breaks, then try again.',
  );
}

function isTarget(section: Section, target: Target): boolean {
  // The cheap look first: a large file has thousands of others.
  if (!section.header?.includes(target.name)) return false;
  const name = readSectionName(section.header, target.file);
  if (name.kind === target.kind) return name.name === target.name;
  // AWS CLI writes names with blanks bare in the credentials file; SDKs ignore such a section.
  return target.file === 'credentials' && target.kind === 'profile' && section.header === target.name;
}

/** The line of the next header if that is indented: what is written above it would swallow it. */
function sectionBehind(text: ByteText, section: Section | undefined): number | undefined {
  if (!section || !/^[ \t\v\f]/.test(text.slice(section.end, section.end + 1))) return undefined;
  return text.slice(0, section.end).split('\n').length;
}

/** The one section that is meant; `undefined` when there is none. */
export function findSection(text: ByteText, target: Target): Result<Section | undefined> {
  const unclear = unclearLines(text);
  if (unclear) return failed(unclear);
  const found: Section[] = [];
  readSections(text, (section) => {
    if (isTarget(section, target)) found.push(section);
  });
  const next = sectionBehind(text, found[0]);
  if (found.length < 2 && next)
    return failed(
      failure(
        'file-ambiguous',
        `The header in line ${next} is indented, so AWS’s tools take it for the rest of a key above it.`,
        'Remove the blanks before it, then try again.',
      ),
    );
  if (found.length < 2) return ok(found[0]);
  return failed(
    ambiguous(
      `The section of “${target.name}”`,
      found.map((section) => section.line),
    ),
  );
}

/** The one entry of a key; `undefined` when there is none. */
export function findEntry(section: Section | undefined, key: string): Result<Entry | undefined> {
  const wanted = key.toLowerCase();
  const found = section?.entries.filter((entry) => entry.key === wanted) ?? [];
  if (found.length < 2) return ok(found[0]);
  return failed(
    ambiguous(
      `“${wanted}”`,
      found.map((entry) => entry.line),
    ),
  );
}
