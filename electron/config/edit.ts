import { failure } from '../core/failure.ts';
import { failed, ok, type Result } from '../core/result.ts';
import { type ByteText, encodeText } from './bytes.ts';
import { findEntry, findSection, type Target } from './edit-find.ts';
import {
  applySplices,
  indentation,
  insertLines,
  lineBreakOf,
  removeLines,
  replaceEntry,
  type Splice,
  sameValue,
} from './edit-lines.ts';
import { setNested, subEntries } from './edit-nested.ts';
import { keyProblem, sectionNameProblem, valueProblem } from './edit-values.ts';
import { type Entry, isNested, type Section, trimBytes } from './parse-syntax.ts';
import { writeSectionHeader } from './section-name.ts';

/**
 * The lossless editor. It works on bytes and only ever replaces or inserts the
 * lines an edit is about; line breaks, indentation and everything else stay.
 * Where two places could be meant, it refuses with their line numbers.
 */

const commentedKey = /^[ \t]*[#;][ \t]*[\w.-]+[ \t]*=/;

/**
 * Behind the last key of a section and the keys commented out right below it; also
 * behind stray indented lines, which a key written above them would swallow.
 */
function endOfKeys(text: ByteText, section: Section): number {
  const keysEnd = section.entries.at(-1)?.end ?? section.headerEnd;
  let end = keysEnd;
  let touching = true;
  for (let at = keysEnd; at < section.end; ) {
    const lineBreak = text.indexOf('\n', at);
    const next = lineBreak < 0 ? section.end : lineBreak + 1;
    const line = text.slice(at, next);
    touching &&= commentedKey.test(line);
    if (touching || /^[ \t\v\f]+[^ \t\v\f\r\n#;]/.test(line)) end = next;
    at = next;
  }
  return end;
}

/** A new key is indented like the one above it; behind a line nobody can read it is not, or it would be taken for its rest. */
function indentationAt(text: ByteText, section: Section, at: number): ByteText {
  const last = section.entries.at(-1);
  return last && at === last.end ? indentation(text, last) : '';
}

/** Where and how a new key of a section is written. */
export function insertKeys(
  text: ByteText,
  section: Section,
  pairs: readonly (readonly [string, string])[],
  mirrorEnd = false,
): Splice {
  const at = endOfKeys(text, section);
  const indent = indentationAt(text, section, at);
  const lines = pairs.map(([key, value]) => indent + encodeText(`${key} = ${value}`));
  return insertLines(text, at, lines, lineBreakOf(text, section.start), mirrorEnd);
}

/** Where and how a new section is written: at the end, with no blank line of our own. */
export function insertSection(text: ByteText, target: Target, lines: readonly string[], mirrorEnd = false): Splice {
  const header = writeSectionHeader(target.kind, target.name, target.file);
  return insertLines(text, text.length, [header, ...lines].map(encodeText), lineBreakOf(text), mirrorEnd);
}

/** Sets `key`, or `parent.key` in a nested block; changes one line, or adds what is missing. */
export function setKey(text: ByteText, target: Target, key: string, value: string): Result<ByteText> {
  const bad = sectionNameProblem(target.kind, target.name, target.file) ?? keyProblem(key) ?? valueProblem(value);
  if (bad) return failed(bad);
  const section = findSection(text, target);
  if (!section.ok) return section;
  const [parentKey = key, subKey] = key.split('.');
  const block = subKey === undefined ? undefined : [`${parentKey} =`, `    ${subKey} = ${value}`];
  if (!section.value) return ok(applySplices(text, [insertSection(text, target, block ?? [`${key} = ${value}`])]));
  const entry = findEntry(section.value, parentKey);
  if (!entry.ok) return entry;
  const existing = entry.value;
  if (existing && block) return setNested(text, existing, subKey ?? '', value);
  if (existing && isNested(existing.value))
    return failed(
      failure(
        'bad-input',
        `“${parentKey}” is a block of nested keys in line ${existing.line}.`,
        `Set one of its keys: ${parentKey}.KEY`,
      ),
    );
  if (existing)
    return ok(sameValue(text, existing, value) ? text : applySplices(text, [replaceEntry(text, existing, value)]));
  if (!block) return ok(applySplices(text, [insertKeys(text, section.value, [[key, value]])]));
  const at = endOfKeys(text, section.value);
  const indent = indentationAt(text, section.value, at);
  const lines = block.map((line) => indent + encodeText(line));
  return ok(applySplices(text, [insertLines(text, at, lines, lineBreakOf(text, section.value.start), false)]));
}

/** Removes `key` or `parent.key` with its lines; a block that would be left empty goes with its last key. */
export function unsetKey(text: ByteText, target: Target, key: string): Result<ByteText> {
  const bad = keyProblem(key);
  if (bad) return failed(bad);
  const section = findSection(text, target);
  if (!section.ok) return section;
  const [parentKey = key, subKey] = key.split('.');
  const entry = findEntry(section.value, parentKey);
  if (!entry.ok) return entry;
  if (!entry.value) return ok(text);
  let lines: Entry = entry.value;
  if (subKey !== undefined) {
    const subs = subEntries(text, entry.value);
    const [sub] = subs.filter((one) => one.key === subKey.toLowerCase());
    if (!sub) return ok(text);
    if (subs.length > 1) lines = sub;
  }
  return ok(applySplices(text, [removeLines(text, lines.start, lines.end)]));
}

/** Removes a section with its keys and the blank lines behind them; comments further down stay. */
export function removeSection(text: ByteText, target: Target): Result<ByteText> {
  const section = findSection(text, target);
  if (!section.ok) return section;
  if (!section.value) return ok(text);
  let end = endOfKeys(text, section.value);
  for (const line of text.slice(end, section.value.end).matchAll(/[^\n]*\n|[^\n]+$/g)) {
    if (trimBytes(line[0], 0, line[0].replace(/\n$/, '').length) !== '') break;
    end += line[0].length;
  }
  return ok(applySplices(text, [removeLines(text, section.value.start, end)]));
}

/** Gives a section another name; the rest of its header's line stays. */
export function renameSection(text: ByteText, target: Target, name: string): Result<ByteText> {
  const bad = sectionNameProblem(target.kind, name, target.file);
  if (bad) return failed(bad);
  const section = findSection(text, target);
  if (!section.ok) return section;
  if (!section.value) return ok(text);
  const taken = findSection(text, { ...target, name });
  if (!taken.ok) return taken;
  if (taken.value)
    return failed(
      failure(
        'bad-input',
        `There is already a section of that name in line ${taken.value.line}.`,
        'Choose another name, or remove that one first.',
      ),
    );
  const line = text.slice(section.value.start, section.value.headerEnd);
  const open = section.value.start + line.indexOf('[');
  const close = section.value.start + line.indexOf(']') + 1;
  return ok(
    applySplices(text, [
      { start: open, end: close, text: encodeText(writeSectionHeader(target.kind, name, target.file)) },
    ]),
  );
}
