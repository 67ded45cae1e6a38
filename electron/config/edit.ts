import { type Failure, failure } from '../core/failure.ts';
import { failed, ok, type Result } from '../core/result.ts';
import { type ByteText, byteOrderMark, decodeText, encodeText } from './bytes.ts';
import { keyProblem, sectionNameProblem, valueProblem } from './edit-values.ts';
import { type Entry, isNested, parseSyntax, readSections, type Section, trimBytes } from './parse-syntax.ts';
import { type FileKind, readSectionName, type SectionKind, writeSectionHeader } from './section-name.ts';

/**
 * The lossless editor. It works on bytes and only ever replaces or inserts the
 * lines an edit is about; line breaks, indentation and everything else stay.
 * Where two places could be meant, it refuses with their line numbers.
 */
export interface Target {
  readonly file: FileKind;
  readonly kind: SectionKind;
  readonly name: string;
}

export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: ByteText;
}

/** Applies splices that do not overlap, in any order; equal starts keep their order. */
export function applySplices(text: ByteText, splices: readonly Splice[]): ByteText {
  let result = '';
  let at = 0;
  for (const splice of [...splices].sort((a, b) => a.start - b.start)) {
    result += text.slice(at, splice.start) + splice.text;
    at = splice.end;
  }
  return result + text.slice(at);
}

export function ambiguous(what: string, lines: readonly number[]): Failure {
  return failure(
    'file-ambiguous',
    `${what} stands in lines ${lines.join(' and ')}, so Rolecall cannot know which one counts.`,
    'Keep one of them, then try again.',
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
  if (!section || !/^[ \t]/.test(text.slice(section.end, section.end + 1))) return undefined;
  return text.slice(0, section.end).split('\n').length;
}

/** The one section that is meant; `undefined` when there is none. */
export function findSection(text: ByteText, target: Target): Result<Section | undefined> {
  if (/\r(?!\n)/.test(text))
    return failed(
      failure(
        'file-ambiguous',
        'The file has carriage returns inside its lines, and AWS’s tools do not agree where those lines end.',
        'Save it with the usual line breaks, then try again.',
      ),
    );
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

/** The file's line break: that of its first line. */
export function lineBreakOf(text: ByteText, from = 0): '\n' | '\r\n' {
  const at = text.indexOf('\n', from);
  if (at < 0) return from > 0 ? lineBreakOf(text) : '\n';
  return text[at - 1] === '\r' ? '\r\n' : '\n';
}

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
    if (touching || /^[ \t]+[^ \t\r\n#;]/.test(line)) end = next;
    at = next;
  }
  return end;
}

/**
 * Inserts whole lines. `mirrorEnd`: a file without a final line break stays one, so
 * that removing the lines again restores it to the byte (otherwise, as AWS CLI
 * does it, the new last line gets its line break).
 */
export function insertLines(
  text: ByteText,
  at: number,
  lines: readonly ByteText[],
  lineBreak: string,
  mirrorEnd: boolean,
): Splice {
  const open = at === text.length && at > 0 && !text.endsWith('\n') && text !== byteOrderMark;
  const body = lines.join(lineBreak);
  if (!open) return { start: at, end: at, text: body + lineBreak };
  return { start: at, end: at, text: lineBreak + body + (mirrorEnd ? '' : lineBreak) };
}

/** Removes whole lines; at the end of a file without a final line break, the break before them goes too. */
export function removeLines(text: ByteText, start: number, end: number): Splice {
  if (end < text.length || text.endsWith('\n') || start === 0) return { start, end, text: '' };
  return { start: start - (text.slice(start - 2, start) === '\r\n' ? 2 : 1), end, text: '' };
}

function indentation(text: ByteText, entry: Entry | undefined): ByteText {
  return entry ? text.slice(entry.start, entry.keyStart) : '';
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

const commentOrBlank = /^[ \t\r\v\f]*(?:[#;][^\n]*)?\n$/;

/** The key's line anew, without its continuation lines; comments that stand between those are not the key's. */
function replaceEntry(text: ByteText, entry: Entry, value: string): Splice {
  const key = trimBytes(text, entry.keyStart, text.indexOf('=', entry.keyStart));
  const first = text.slice(entry.keyStart, entry.lineEnd);
  const ending = first.endsWith('\r\n') ? '\r\n' : first.endsWith('\n') ? '\n' : '';
  const kept =
    text
      .slice(entry.lineEnd, entry.end)
      .match(/[^\n]*\n/g)
      ?.filter((line) => commentOrBlank.test(line)) ?? [];
  const lines = `${key} = ${encodeText(value)}${ending}${kept.join('')}`;
  const open = entry.end === text.length && !text.endsWith('\n');
  return { start: entry.keyStart, end: entry.end, text: open ? lines.replace(/\r?\n$/, '') : lines };
}

/** A nested block's lines as entries of their own. */
function subEntries(text: ByteText, parent: Entry): readonly Entry[] {
  // Read as a section: the block's lines behind a header, all with one indentation or deeper.
  const block = text.slice(parent.lineEnd, parent.end);
  const shift = parent.lineEnd - 4;
  return (parseSyntax(`[x]\n${block}`).sections[0]?.entries ?? []).map((entry) => ({
    ...entry,
    start: entry.start + shift,
    keyStart: entry.keyStart + shift,
    lineEnd: entry.lineEnd + shift,
    end: entry.end + shift,
  }));
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

function sameValue(text: ByteText, entry: Entry, value: string): boolean {
  const line = text.slice(text.indexOf('=', entry.keyStart) + 1, entry.end);
  return decodeText(trimBytes(line, 0, line.endsWith('\n') ? line.length - 1 : line.length)) === value;
}

function setNested(text: ByteText, parent: Entry, subKey: string, value: string): Result<ByteText> {
  if (parent.value !== '' && !isNested(parent.value))
    return failed(
      failure(
        'bad-input',
        `“${parent.key}” has a value of its own in line ${parent.line}, so it cannot hold nested keys.`,
        'Unset it first.',
      ),
    );
  const subs = subEntries(text, parent);
  const twins = subs.filter((entry) => entry.key === subKey.toLowerCase());
  if (twins.length > 1)
    return failed(
      ambiguous(
        `“${subKey}”`,
        twins.map((entry) => entry.line - 1 + parent.line),
      ),
    );
  const [existing] = twins;
  if (existing)
    return ok(sameValue(text, existing, value) ? text : applySplices(text, [replaceEntry(text, existing, value)]));
  const last = subs.at(-1);
  const indent = last ? indentation(text, last) : `${indentation(text, parent)}    `;
  const line = indent + encodeText(`${subKey} = ${value}`);
  return ok(applySplices(text, [insertLines(text, parent.end, [line], lineBreakOf(text, parent.start), false)]));
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
