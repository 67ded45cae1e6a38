import { failure } from '../core/failure.ts';
import { failed, ok, type Result } from '../core/result.ts';
import type { ProfilesEdit } from '../core/sso/organisation/import-plan.ts';
import { type ByteText, decodeText, encodeText } from './bytes.ts';
import { ambiguous, unclearLines } from './edit-find.ts';
import { insertLines, lineBreakOf, removeLines, replaceEntry, type Splice } from './edit-lines.ts';
import { keyProblem, sectionNameProblem, valueProblem } from './edit-values.ts';
import { readSections, type Section, trimBytes } from './parse-syntax.ts';
import { readSectionName, writeSectionHeader } from './section-name.ts';

/**
 * Thousands of profiles added, removed and renamed in one pass over the file and
 * one write. What is removed or renamed must be, key for key, what the import
 * wrote: a person may have changed it since the edit was planned.
 */
export function profilesSplices(text: ByteText, edit: ProfilesEdit): Result<Splice[]> {
  const bad = problemOf(edit);
  if (bad) return failed(bad);
  const sections = profileSections(text);
  if (!sections.ok) return sections;
  const splices: Splice[] = [];

  for (const { name, keys } of edit.remove) {
    const section = unchanged(sections.value, name, keys);
    if (!section.ok) return section;
    splices.push(removeLines(text, section.value.start, endOfSection(text, section.value)));
  }
  for (const { from, to, before, keys } of edit.rename) {
    const section = unchanged(sections.value, from, before);
    if (!section.ok) return section;
    splices.push(renameHeader(text, section.value, to));
    for (const [key, value] of keys) {
      const entry = section.value.entries.find((one) => one.key === key);
      if (entry && decodeText(entry.value) !== value) splices.push(replaceEntry(text, entry, value));
    }
  }
  const taken = [...edit.add.map(({ name }) => name), ...edit.rename.map(({ to }) => to)].find((name) =>
    sections.value.has(name),
  );
  if (taken !== undefined) return failed(changedSince());
  if (edit.add.length > 0) splices.push(newSections(text, edit.add));
  return ok(splices);
}

function problemOf({ add, rename }: ProfilesEdit) {
  for (const name of [...add.map((one) => one.name), ...rename.map(({ to }) => to)]) {
    const bad = sectionNameProblem('profile', name, 'config');
    if (bad) return bad;
  }
  for (const [key, value] of [...add, ...rename].flatMap(({ keys }) => keys)) {
    const bad = keyProblem(key) ?? valueProblem(value);
    if (bad) return bad;
  }
  return undefined;
}

/** The sections of the config file's profiles by name. */
function profileSections(text: ByteText): Result<Map<string, Section[]>> {
  const unclear = unclearLines(text);
  if (unclear) return failed(unclear);
  const found = new Map<string, Section[]>();
  readSections(text, (section) => {
    const name = section.header === undefined ? undefined : readSectionName(section.header, 'config');
    if (name?.kind === 'profile') found.set(name.name, [...(found.get(name.name) ?? []), section]);
  });
  return ok(found);
}

function unchanged(
  sections: ReadonlyMap<string, readonly Section[]>,
  name: string,
  keys: ProfilesEdit['add'][number]['keys'],
): Result<Section> {
  const [section, ...others] = sections.get(name) ?? [];
  if (!section) return failed(changedSince());
  if (others.length > 0)
    return failed(
      ambiguous(
        `The section of “${name}”`,
        [section, ...others].map(({ line }) => line),
      ),
    );
  const wanted = new Map(keys);
  const same =
    section.entries.length === wanted.size &&
    section.entries.every((entry) => wanted.get(entry.key) === decodeText(entry.value));
  return same ? ok(section) : failed(changedSince());
}

/** Behind the last key and the blank lines that follow; a comment that stands there is the person's. */
function endOfSection(text: ByteText, section: Section): number {
  let end = section.entries.at(-1)?.end ?? section.headerEnd;
  for (const [line] of text.slice(end, section.end).matchAll(/[^\n]*\n|[^\n]+$/g)) {
    if (trimBytes(line, 0, line.replace(/\n$/, '').length) !== '') break;
    end += line.length;
  }
  return end;
}

function renameHeader(text: ByteText, section: Section, name: string): Splice {
  const line = text.slice(section.start, section.headerEnd);
  return {
    start: section.start + line.indexOf('['),
    end: section.start + line.indexOf(']') + 1,
    text: encodeText(writeSectionHeader('profile', name, 'config')),
  };
}

/** At the end, a blank line before each: thousands of them are read by people, too. */
function newSections(text: ByteText, add: ProfilesEdit['add']): Splice {
  const lines = add.flatMap(({ name, keys }) => [
    '',
    writeSectionHeader('profile', name, 'config'),
    ...keys.map(([key, value]) => `${key} = ${value}`),
  ]);
  const isFirst = text === '' || text.endsWith('\n\n');
  return insertLines(text, text.length, (isFirst ? lines.slice(1) : lines).map(encodeText), lineBreakOf(text), false);
}

function changedSince() {
  return failure(
    'file-changed',
    'The profiles in the config file are not as they were when the changes were shown.',
    'Look at the changes again, then write them.',
  );
}
