import { type ByteText, byteOrderMark, decodeText } from './bytes.ts';

/**
 * The line model of one AWS file: sections and entries with the offsets of their
 * bytes, so that meaning (parse-meaning.ts) and edits (edit.ts) come from the same
 * reading. Offsets count bytes; lines are 1-based; nothing is copied or dropped.
 *
 * The rules are those of the SDKs' shared suite. Where it rejects a whole file,
 * this records a problem and goes on, so one bad line never hides the rest.
 */
export interface Entry {
  /** Lower-cased, as the SDKs compare keys. */
  readonly key: string;
  /** Raw: continuation lines are joined with `\n`; a nested block begins with `\n`. */
  readonly value: ByteText;
  readonly line: number;
  /** Start of the line. */
  readonly start: number;
  /** Where the key begins, behind the indentation. */
  readonly keyStart: number;
  /** End of the first line, with its line break. */
  readonly lineEnd: number;
  /** End of the last continuation line, with its line break. */
  readonly end: number;
}

export interface Section {
  /** What stands between the brackets, trimmed; `undefined` when the header is broken. */
  readonly header: string | undefined;
  readonly line: number;
  readonly start: number;
  readonly headerEnd: number;
  readonly end: number;
  readonly entries: readonly Entry[];
}

export interface SyntaxProblem {
  readonly line: number;
  readonly message: string;
  readonly remedy: string;
}

export interface Syntax {
  readonly sections: readonly Section[];
  readonly problems: readonly SyntaxProblem[];
}

const TAB = 9;
const CR = 13;
const SPACE = 32;
const HASH = 35;
const SEMICOLON = 59;
const EQUALS = 61;
const BRACKET = 91;

type Open<T> = { -readonly [K in keyof T]: T[K] };
type OpenSection = Omit<Open<Section>, 'entries'> & { entries: Open<Entry>[]; indentReported: boolean };

export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB || code === CR || code === 11 || code === 12;
}

/** Trims ASCII blanks only: `String.trim` would eat the bytes of `à` (C3 A0). */
export function trimBytes(text: ByteText, from = 0, to = text.length): ByteText {
  let start = from;
  let end = to;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

/** Where a comment begins that follows a blank (` #`, ` ;`), else `to`. */
function commentStart(text: ByteText, from: number, to: number): number {
  let blankBefore = false;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (blankBefore && (code === HASH || code === SEMICOLON)) return i;
    blankBefore = code === SPACE || code === TAB;
  }
  return to;
}

function readHeader(text: ByteText, from: number, to: number): string | undefined {
  let end = to;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === HASH || code === SEMICOLON) {
      end = i;
      break;
    }
  }
  const header = trimBytes(text, from, end);
  return header.length > 1 && header.endsWith(']') ? decodeText(trimBytes(header, 1, header.length - 1)) : undefined;
}

/** Reads the line model. Never fails: what cannot be read is a problem with its line. */
export function parseSyntax(text: ByteText): Syntax {
  const sections: Section[] = [];
  const problems = readSections(text, (section) => void sections.push(section));
  return { sections, problems };
}

/**
 * The same, one section after the other as each is complete: who keeps none of
 * them spares the memory of a large file's lines. Hands back the problems.
 */
export function readSections(text: ByteText, onSection: (section: Section) => void): readonly SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  let section: OpenSection | undefined;
  let entry: Open<Entry> | undefined;
  let keyIndent = 0;
  // A nested block: its continuation lines must be `name = value` themselves.
  let nested = false;
  // Continuation lines of a line that could not be read go with it, unreported.
  let skippingBeyond = -1;
  let next = 0;

  // Where the next `#` and `;` are: most lines have none, and need no look for a comment.
  let hashAt = -2;
  let semicolonAt = -2;
  const beforeComment = (from: number, to: number): number => {
    if (hashAt !== -1 && hashAt < from) hashAt = text.indexOf('#', from);
    if (semicolonAt !== -1 && semicolonAt < from) semicolonAt = text.indexOf(';', from);
    const marked = (hashAt >= 0 && hashAt < to) || (semicolonAt >= 0 && semicolonAt < to);
    return marked ? commentStart(text, from, to) : to;
  };

  const report = (line: number, message: string, remedy: string) => void problems.push({ line, message, remedy });

  for (let start = text.startsWith(byteOrderMark) ? 3 : 0, line = 1; start < text.length; start = next, line++) {
    const lineBreak = text.indexOf('\n', start);
    let end = lineBreak < 0 ? text.length : lineBreak;
    next = lineBreak < 0 ? text.length : lineBreak + 1;
    if (end > start && text.charCodeAt(end - 1) === CR) end--;

    let first = start;
    while (first < end && isBlank(text.charCodeAt(first))) first++;
    if (first === end) continue;
    const code = text.charCodeAt(first);
    if (code === HASH || code === SEMICOLON) continue;
    const indent = first - start;

    if (indent > 0 && skippingBeyond >= 0 && indent > skippingBeyond) continue;
    skippingBeyond = -1;

    if (entry && indent > keyIndent) {
      // Also a line that cannot be read belongs to its key: an edit that replaces the key takes it along.
      entry.end = next;
      if (nested) {
        const equals = text.indexOf('=', first);
        if (equals < 0 || equals >= beforeComment(first, end)) {
          report(
            line,
            "Expected an '=' sign defining a sub-property",
            'Write it as “name = value”, or remove the indentation.',
          );
          continue;
        }
        if (equals === first) {
          report(line, 'Sub-property did not have a name', 'Put a name before the “=”.');
          continue;
        }
      }
      entry.value = `${entry.value}\n${trimBytes(text, first, end)}`;
      continue;
    }

    if (code === BRACKET) {
      if (section) {
        section.end = start;
        onSection(section);
      }
      const header = readHeader(text, first, end);
      section = { header, line, start, headerEnd: next, end: next, entries: [], indentReported: false };
      entry = undefined;
      keyIndent = 0;
      if (header === undefined)
        report(
          line,
          "Profile definition must end with ']'",
          'Close the section header with “]”; until then its lines are ignored.',
        );
      continue;
    }

    if (!section) {
      report(line, 'Expected a profile definition', 'Put the line below a section header such as “[default]”.');
      skippingBeyond = indent;
      continue;
    }
    if (indent > 0 && !entry && !section.indentReported) {
      section.indentReported = true;
      report(
        line,
        'Expected a property definition, found continuation',
        'A line that begins with blanks goes on with the line above it, and here there is none to go on with. Remove the blanks: some SDKs refuse the whole file because of them.',
      );
    }

    const equals = text.indexOf('=', first);
    const valueEnd = beforeComment(first, end);
    if (equals < 0 || equals >= valueEnd) {
      if (indent === 0 || entry || !section.indentReported)
        report(
          line,
          "Expected an '=' sign defining a property",
          'Write it as “name = value”, or indent it when it continues the line above.',
        );
      skippingBeyond = indent;
      entry = undefined;
      keyIndent = 0;
      continue;
    }
    if (equals === first) {
      report(line, 'Property did not have a name', 'Put a name before the “=”.');
      skippingBeyond = indent;
      entry = undefined;
      keyIndent = 0;
      continue;
    }
    const value = trimBytes(text, equals + 1, valueEnd);
    entry = {
      key: trimBytes(text, first, equals).toLowerCase(),
      value,
      line,
      start,
      keyStart: first,
      lineEnd: next,
      end: next,
    };
    section.entries.push(entry);
    keyIndent = indent;
    nested = value === '';
  }
  if (section) {
    section.end = text.length;
    onSection(section);
  }
  return problems;
}

/** True when a raw value is a nested block. */
export function isNested(value: ByteText): boolean {
  return value.startsWith('\n');
}

/** The pairs of a nested block. */
export function nestedPairs(value: ByteText): [string, ByteText][] {
  const pairs: [string, ByteText][] = [];
  for (const line of value.split('\n')) {
    const end = commentStart(line, 0, line.length);
    const equals = line.indexOf('=');
    if (equals > 0 && line.charCodeAt(equals) === EQUALS)
      pairs.push([trimBytes(line, 0, equals), trimBytes(line, equals + 1, Math.max(equals + 1, end))]);
  }
  return pairs;
}
